
set edit:completion:arg-completer[safepaste] = { |@words|
    var index = (count $words)
    set index = (- $index 1)

    put (env _CLAP_IFS="\n" _CLAP_COMPLETE_INDEX=(to-string $index) SAFEPASTE_COMPLETE="elvish" safepaste -- $@words) | to-lines
}

