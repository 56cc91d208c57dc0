complete --keep-order --exclusive --command safepaste --arguments "(SAFEPASTE_COMPLETE=fish safepaste -- (commandline --current-process --tokenize --cut-at-cursor) (commandline --current-token))"
