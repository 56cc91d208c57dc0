module completions {

  def "nu-complete safepaste input" [] {
    [ "text" "jsonl" ]
  }

  def "nu-complete safepaste format" [] {
    [ "human" "json" "jsonl" "sarif" "github" "gitlab" "junit" "markdown" "html" ]
  }

  def "nu-complete safepaste fail_on" [] {
    [ "conditional" "unsafe" ]
  }

  def "nu-complete safepaste style" [] {
    [ "natural" "tags" "safe-harbor" "surrogate" ]
  }

  def "nu-complete safepaste color" [] {
    [ "auto" "always" "never" ]
  }

  # Checks a draft for patient information before it is pasted, sent or published
  export extern safepaste [
    --staged                  # Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts
    --diff: string            # Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts
    --include: string         # Check only files that match, written as in .gitignore, such as '*.md' or 'content/**'; may be repeated
    --exclude: string         # Leave out files that match, and folders with all in them; may be repeated
    --files-from: path        # Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input
    --policy: path            # The policy to judge by: a file, or the name of a shipped policy
    --policy-locked           # Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that it builds on; a policy that --policy names is not measured
    --to(-t): string          # Where the draft goes, by the name that the policy gives the place
    --role: string            # Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    --min-confidence: string  # Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    --input: string@"nu-complete safepaste input" # What the input holds
    --format: string@"nu-complete safepaste format" # How the answer is written
    --schema                  # Check nothing; print the JSON Schema of what --format json or jsonl writes
    --baseline: path          # Tell and count only what is not in this list of what was found before, which safepaste baseline create makes
    --fail-on: string@"nu-complete safepaste fail_on" # The least verdict that makes the exit code other than 0: conditional, if neither this nor the policy says it
    --threads: string         # How many threads check; as many as there are cores where it is not given
    --why                     # Also tell for each finding, in plain words, what speaks for it
    --max-size: string        # The largest file that is read, in MiB [default: 64]
    --max-unpacked: string    # The most that may be packed inside it, unpacked, in MiB [default: 256]
    --max-members: string     # The most files that may be packed inside it [default: 10000]
    --max-depth: string       # How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]
    --max-time: string        # How long reading it may take, in seconds [default: 60]
    --ocr                     # Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time
    --style: string@"nu-complete safepaste style" # How to replace what identifies somebody; where it is not given, as the policy says, which is with words
    --seed: string            # Draw the invented values of --style surrogate by this number, the same each time
    --show-values             # Show what was found even where the output is no terminal; otherwise it is masked there
    --quiet(-q)               # Say the verdict and nothing else
    --verbose(-v)             # Also say by which rule each finding was made, and what was left out
    --color: string@"nu-complete safepaste color" # When to use color; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE
    --help(-h)                # Print help (see more with '--help')
    --version(-V)             # Print version
    ...paths: path            # Files and folders to check; none, or -, reads standard input
  ]

  def "nu-complete safepaste check input" [] {
    [ "text" "jsonl" ]
  }

  def "nu-complete safepaste check format" [] {
    [ "human" "json" "jsonl" "sarif" "github" "gitlab" "junit" "markdown" "html" ]
  }

  def "nu-complete safepaste check fail_on" [] {
    [ "conditional" "unsafe" ]
  }

  def "nu-complete safepaste check style" [] {
    [ "natural" "tags" "safe-harbor" "surrogate" ]
  }

  def "nu-complete safepaste check color" [] {
    [ "auto" "always" "never" ]
  }

  # Say whether drafts may go, and what in them identifies somebody (the default)
  export extern "safepaste check" [
    --staged                  # Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts
    --diff: string            # Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts
    --include: string         # Check only files that match, written as in .gitignore, such as '*.md' or 'content/**'; may be repeated
    --exclude: string         # Leave out files that match, and folders with all in them; may be repeated
    --files-from: path        # Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input
    --policy: path            # The policy to judge by: a file, or the name of a shipped policy
    --policy-locked           # Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that it builds on; a policy that --policy names is not measured
    --to(-t): string          # Where the draft goes, by the name that the policy gives the place
    --role: string            # Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    --min-confidence: string  # Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    --input: string@"nu-complete safepaste check input" # What the input holds
    --format: string@"nu-complete safepaste check format" # How the answer is written
    --schema                  # Check nothing; print the JSON Schema of what --format json or jsonl writes
    --baseline: path          # Tell and count only what is not in this list of what was found before, which safepaste baseline create makes
    --fail-on: string@"nu-complete safepaste check fail_on" # The least verdict that makes the exit code other than 0: conditional, if neither this nor the policy says it
    --threads: string         # How many threads check; as many as there are cores where it is not given
    --why                     # Also tell for each finding, in plain words, what speaks for it
    --max-size: string        # The largest file that is read, in MiB [default: 64]
    --max-unpacked: string    # The most that may be packed inside it, unpacked, in MiB [default: 256]
    --max-members: string     # The most files that may be packed inside it [default: 10000]
    --max-depth: string       # How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]
    --max-time: string        # How long reading it may take, in seconds [default: 60]
    --ocr                     # Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time
    --style: string@"nu-complete safepaste check style" # How to replace what identifies somebody; where it is not given, as the policy says, which is with words
    --seed: string            # Draw the invented values of --style surrogate by this number, the same each time
    --show-values             # Show what was found even where the output is no terminal; otherwise it is masked there
    --quiet(-q)               # Say the verdict and nothing else
    --verbose(-v)             # Also say by which rule each finding was made, and what was left out
    --color: string@"nu-complete safepaste check color" # When to use color; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE
    --help(-h)                # Print help (see more with '--help')
    ...paths: path            # Files and folders to check; none, or -, reads standard input
  ]

  def "nu-complete safepaste rewrite input" [] {
    [ "text" "jsonl" ]
  }

  def "nu-complete safepaste rewrite style" [] {
    [ "natural" "tags" "safe-harbor" "surrogate" ]
  }

  def "nu-complete safepaste rewrite color" [] {
    [ "auto" "always" "never" ]
  }

  # Print a draft without what identifies somebody, or write it in place of the draft
  export extern "safepaste rewrite" [
    --write(-w)               # Put the rewrite in the file's place, and keep the old text beside it as FILE.bak
    --no-backup               # Keep no old text beside the rewrite
    --diff                    # Show what would change, as a patch; nothing is written
    --interactive(-i)         # Ask about each change: accept it, keep the text, or write something else
    --input: string@"nu-complete safepaste rewrite input" # What the input holds
    --show-values             # Let --diff show what was taken out even where the output is no terminal
    --style: string@"nu-complete safepaste rewrite style" # How to replace what identifies somebody; where it is not given, as the policy says, which is with words
    --seed: string            # Draw the invented values of --style surrogate by this number, the same each time
    --reversible              # Use numbered tags, and keep what is taken out in your vault, so that safepaste restore can put it back into the reply
    --expires: string         # How long it is kept, such as 90m, 24h or 7d; 30 days at most
    --passphrase              # Lock it with a passphrase instead of the key in your settings folder; SAFEPASTE_PASSPHRASE gives it where nobody can type it
    --policy: path            # The policy to judge by: a file, or the name of a shipped policy
    --policy-locked           # Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that it builds on; a policy that --policy names is not measured
    --to(-t): string          # Where the draft goes, by the name that the policy gives the place
    --role: string            # Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    --min-confidence: string  # Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    --max-size: string        # The largest file that is read, in MiB [default: 64]
    --max-unpacked: string    # The most that may be packed inside it, unpacked, in MiB [default: 256]
    --max-members: string     # The most files that may be packed inside it [default: 10000]
    --max-depth: string       # How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]
    --max-time: string        # How long reading it may take, in seconds [default: 60]
    --ocr                     # Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time
    --quiet(-q)               # Leave the verdict on standard error out
    --verbose(-v)             # Also say what was left out in folders
    --color: string@"nu-complete safepaste rewrite color" # When to use color; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE
    --help(-h)                # Print help (see more with '--help')
    ...paths: path            # The drafts; none, or -, reads standard input. Several, or a folder, need --write or --diff
  ]

  # Put the names, dates and numbers back into a chatbot's reply to a reversible rewrite
  export extern "safepaste restore" [
    --vault: string           # The rewrite that the reply belongs to, by its name or the letters at its end; none takes the latest that fits
    --keep-unknown            # Leave tags that no rewrite knows as they are
    --quiet(-q)               # Say nothing on standard error but what is wrong
    --help(-h)                # Print help
    path?: path               # The reply; none, or -, reads standard input
  ]

  def "nu-complete safepaste clip color" [] {
    [ "auto" "always" "never" ]
  }

  # Check what you copied, replace it with its rewrite, or watch what you copy
  export extern "safepaste clip" [
    --policy: path            # The policy to judge by: a file, or the name of a shipped policy
    --policy-locked           # Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that it builds on; a policy that --policy names is not measured
    --to(-t): string          # Where the draft goes, by the name that the policy gives the place
    --role: string            # Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    --min-confidence: string  # Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    --replace                 # Put the rewrite on the clipboard where anything has to be replaced
    --reversible              # Use numbered tags, and keep what is taken out in your vault, so that safepaste restore can put it back into the reply
    --expires: string         # How long it is kept, such as 90m, 24h or 7d; 30 days at most
    --passphrase              # Lock it with a passphrase instead of the key in your settings folder; SAFEPASTE_PASSPHRASE gives it where nobody can type it
    --watch                   # Stay, and warn as soon as something is copied that is not safe; Ctrl-C ends it
    --show-values             # Show what was found even where the output is no terminal; otherwise it is masked there
    --quiet(-q)               # Say the verdict and nothing else
    --verbose(-v)             # Also say by which rule each finding was made, and what was left out
    --color: string@"nu-complete safepaste clip color" # When to use color; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE
    --help(-h)                # Print help (see more with '--help')
  ]

  # Put the names, dates and numbers back into the chatbot's reply that was copied
  export extern "safepaste clip restore" [
    --vault: string           # The rewrite that the reply belongs to, by its name or the letters at its end; none takes the latest that fits
    --keep-unknown            # Leave tags that no rewrite knows as they are
    --help(-h)                # Print help
  ]

  # Hold a text on the clipboard: what safepaste starts by itself
  export extern "safepaste clip hold" [
    --secret
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste clip help" [
  ]

  # Put the names, dates and numbers back into the chatbot's reply that was copied
  export extern "safepaste clip help restore" [
  ]

  # Hold a text on the clipboard: what safepaste starts by itself
  export extern "safepaste clip help hold" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste clip help help" [
  ]

  # Show or remove what reversible rewrites keep
  export extern "safepaste vault" [
    --help(-h)                # Print help
  ]

  def "nu-complete safepaste vault list format" [] {
    [ "text" "jsonl" ]
  }

  # Show what is kept, when it was made, until when, and how much of each kind
  export extern "safepaste vault list" [
    --format: string@"nu-complete safepaste vault list format" # How it is written
    --help(-h)                # Print help (see more with '--help')
  ]

  # Remove what is kept: all of it, or one rewrite
  export extern "safepaste vault purge" [
    --help(-h)                # Print help
    id?: string               # The rewrite, by its name or the letters at its end
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste vault help" [
  ]

  # Show what is kept, when it was made, until when, and how much of each kind
  export extern "safepaste vault help list" [
  ]

  # Remove what is kept: all of it, or one rewrite
  export extern "safepaste vault help purge" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste vault help help" [
  ]

  def "nu-complete safepaste minimize format" [] {
    [ "text" "json" ]
  }

  def "nu-complete safepaste minimize color" [] {
    [ "auto" "always" "never" ]
  }

  # Print of a form or a note only what a task needs, without what identifies somebody
  export extern "safepaste minimize" [
    --template: string        # The task, by the name that the policy gives its list of facts (templates), such as follow_up
    --policy: path            # The policy to judge by: a file, or the name of a shipped policy
    --policy-locked           # Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that it builds on; a policy that --policy names is not measured
    --to(-t): string          # Where the draft goes, by the name that the policy gives the place
    --role: string            # Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    --min-confidence: string  # Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    --max-size: string        # The largest file that is read, in MiB [default: 64]
    --max-unpacked: string    # The most that may be packed inside it, unpacked, in MiB [default: 256]
    --max-members: string     # The most files that may be packed inside it [default: 10000]
    --max-depth: string       # How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]
    --max-time: string        # How long reading it may take, in seconds [default: 60]
    --ocr                     # Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time
    --format: string@"nu-complete safepaste minimize format" # How the answer is written
    --quiet(-q)               # Leave out what standard error says: what was left out, what is missing, and the verdict
    --color: string@"nu-complete safepaste minimize color" # When to use color; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE
    --help(-h)                # Print help (see more with '--help')
    path?: path               # The form or the note; none, or -, reads standard input
  ]

  # Write down what is found today, so that a check tells only what is new
  export extern "safepaste baseline" [
    --help(-h)                # Print help
  ]

  # Write down what is found now, in place of an older list
  export extern "safepaste baseline create" [
    --staged                  # Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts
    --diff: string            # Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts
    --include: string         # Check only files that match, written as in .gitignore, such as '*.md' or 'content/**'; may be repeated
    --exclude: string         # Leave out files that match, and folders with all in them; may be repeated
    --files-from: path        # Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input
    --policy: path            # The policy to judge by: a file, or the name of a shipped policy
    --policy-locked           # Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that it builds on; a policy that --policy names is not measured
    --to(-t): string          # Where the draft goes, by the name that the policy gives the place
    --role: string            # Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    --min-confidence: string  # Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    --output(-o): path        # Where the list goes
    --help(-h)                # Print help (see more with '--help')
    ...paths: path            # Files and folders to check
  ]

  def "nu-complete safepaste baseline check input" [] {
    [ "text" "jsonl" ]
  }

  def "nu-complete safepaste baseline check format" [] {
    [ "human" "json" "jsonl" "sarif" "github" "gitlab" "junit" "markdown" "html" ]
  }

  def "nu-complete safepaste baseline check fail_on" [] {
    [ "conditional" "unsafe" ]
  }

  def "nu-complete safepaste baseline check style" [] {
    [ "natural" "tags" "safe-harbor" "surrogate" ]
  }

  def "nu-complete safepaste baseline check color" [] {
    [ "auto" "always" "never" ]
  }

  # Check, and tell and count only what is not in the list
  export extern "safepaste baseline check" [
    --staged                  # Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts
    --diff: string            # Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts
    --include: string         # Check only files that match, written as in .gitignore, such as '*.md' or 'content/**'; may be repeated
    --exclude: string         # Leave out files that match, and folders with all in them; may be repeated
    --files-from: path        # Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input
    --policy: path            # The policy to judge by: a file, or the name of a shipped policy
    --policy-locked           # Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that it builds on; a policy that --policy names is not measured
    --to(-t): string          # Where the draft goes, by the name that the policy gives the place
    --role: string            # Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    --min-confidence: string  # Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    --input: string@"nu-complete safepaste baseline check input" # What the input holds
    --format: string@"nu-complete safepaste baseline check format" # How the answer is written
    --schema                  # Check nothing; print the JSON Schema of what --format json or jsonl writes
    --baseline: path          # Tell and count only what is not in this list of what was found before, which safepaste baseline create makes
    --fail-on: string@"nu-complete safepaste baseline check fail_on" # The least verdict that makes the exit code other than 0: conditional, if neither this nor the policy says it
    --threads: string         # How many threads check; as many as there are cores where it is not given
    --why                     # Also tell for each finding, in plain words, what speaks for it
    --max-size: string        # The largest file that is read, in MiB [default: 64]
    --max-unpacked: string    # The most that may be packed inside it, unpacked, in MiB [default: 256]
    --max-members: string     # The most files that may be packed inside it [default: 10000]
    --max-depth: string       # How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]
    --max-time: string        # How long reading it may take, in seconds [default: 60]
    --ocr                     # Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time
    --style: string@"nu-complete safepaste baseline check style" # How to replace what identifies somebody; where it is not given, as the policy says, which is with words
    --seed: string            # Draw the invented values of --style surrogate by this number, the same each time
    --show-values             # Show what was found even where the output is no terminal; otherwise it is masked there
    --quiet(-q)               # Say the verdict and nothing else
    --verbose(-v)             # Also say by which rule each finding was made, and what was left out
    --color: string@"nu-complete safepaste baseline check color" # When to use color; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE
    --help(-h)                # Print help (see more with '--help')
    ...paths: path            # Files and folders to check; none, or -, reads standard input
  ]

  # Take out of the list what is no longer there; nothing is added
  export extern "safepaste baseline prune" [
    --baseline(-b): path      # The list
    --policy: path            # The policy to judge by: a file, or the name of a shipped policy
    --policy-locked           # Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that it builds on; a policy that --policy names is not measured
    --to(-t): string          # Where the draft goes, by the name that the policy gives the place
    --role: string            # Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    --min-confidence: string  # Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    --help(-h)                # Print help (see more with '--help')
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste baseline help" [
  ]

  # Write down what is found now, in place of an older list
  export extern "safepaste baseline help create" [
  ]

  # Check, and tell and count only what is not in the list
  export extern "safepaste baseline help check" [
  ]

  # Take out of the list what is no longer there; nothing is added
  export extern "safepaste baseline help prune" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste baseline help help" [
  ]

  def "nu-complete safepaste explain color" [] {
    [ "auto" "always" "never" ]
  }

  # Say what a finding or a reason means, why it counts, and what to do instead
  export extern "safepaste explain" [
    --policy: path            # The policy to judge by: a file, or the name of a shipped policy
    --policy-locked           # Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that it builds on; a policy that --policy names is not measured
    --to(-t): string          # Where the draft goes, by the name that the policy gives the place
    --role: string            # Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    --min-confidence: string  # Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    --max-size: string        # The largest file that is read, in MiB [default: 64]
    --max-unpacked: string    # The most that may be packed inside it, unpacked, in MiB [default: 256]
    --max-members: string     # The most files that may be packed inside it [default: 10000]
    --max-depth: string       # How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]
    --max-time: string        # How long reading it may take, in seconds [default: 60]
    --ocr                     # Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time
    --show-values             # Show what was found even where the output is no terminal; otherwise it is masked there
    --color: string@"nu-complete safepaste explain color" # When to use color; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE
    --help(-h)                # Print help (see more with '--help')
    code?: string             # What a report printed: a kind such as NAME, a reason such as U1, a rule such as phone/nanp, or an activity of the policy such as diagnose; or a draft's path, or - for standard input, to be told what speaks for each finding; none lists all codes
  ]

  # Begin a policy for your practice, read it in plain words, check it, try it
  export extern "safepaste policy" [
    --help(-h)                # Print help
  ]

  def "nu-complete safepaste policy init kind" [] {
    [ "med-spa" "therapist" "dermatology" "cosmetic-only" ]
  }

  def "nu-complete safepaste policy init licensed_clinicians" [] {
    [ "yes" "no" "unsure" ]
  }

  def "nu-complete safepaste policy init medical_director" [] {
    [ "yes" "no" "unsure" ]
  }

  def "nu-complete safepaste policy init bills_insurance" [] {
    [ "yes" "no" "unsure" ]
  }

  def "nu-complete safepaste policy init treatment_records" [] {
    [ "yes" "no" "unsure" ]
  }

  def "nu-complete safepaste policy init e_prescribes" [] {
    [ "yes" "no" "unsure" ]
  }

  # Write a first policy for your practice, after a few questions
  export extern "safepaste policy init" [
    --name: string            # What the practice is called
    --kind: string@"nu-complete safepaste policy init kind" # What kind of practice it is
    --licensed-clinicians: string@"nu-complete safepaste policy init licensed_clinicians" # Do licensed clinicians treat people there?
    --medical-director: string@"nu-complete safepaste policy init medical_director" # Is there a medical director?
    --bills-insurance: string@"nu-complete safepaste policy init bills_insurance" # Do claims or questions about coverage go to insurers electronically, also by a billing service?
    --treatment-records: string@"nu-complete safepaste policy init treatment_records" # Does it keep treatment records?
    --e-prescribes: string@"nu-complete safepaste policy init e_prescribes" # Are prescriptions sent electronically?
    --tool: string            # An AI tool that it uses, with the first and last day of its agreement (BAA) where there is one
    --yes(-y)                 # Ask nothing: what no option answers is taken as unsure
    --output(-o): path        # The file to write; - prints it
    --force                   # Write over a file that is there already
    --schema                  # Also write the schema beside it, with which an editor completes and checks the policy
    --help(-h)                # Print help
  ]

  def "nu-complete safepaste policy show format" [] {
    [ "text" "markdown" ]
  }

  # Print the policy that counts here, in plain words
  export extern "safepaste policy show" [
    --wall                    # Print only the paragraph for the break-room wall
    --format: string@"nu-complete safepaste policy show format" # How to write it; without it, plain text on a terminal and Markdown elsewhere
    --yaml                    # Print it as one YAML file that needs no other
    --help(-h)                # Print help (see more with '--help')
    file?: path               # A policy file, or the name of a shipped policy; none takes the one that counts in this folder
  ]

  # Tell what is wrong with a policy, where, and the cure
  export extern "safepaste policy lint" [
    --help(-h)                # Print help
    file?: path               # A policy file, or the name of a shipped policy; none takes the one that counts in this folder
  ]

  # Try a policy on example texts with the verdicts that you expect
  export extern "safepaste policy test" [
    --policy: path            # The policy to try, whatever the files name
    --show-values             # Show the text of a failing example even where the output is no terminal
    --help(-h)                # Print help (see more with '--help')
    ...files: path            # Files with examples: a YAML list, each with `text` and `bucket`, and `to`, `role`, `reasons`, `why` where you like
  ]

  # Print the JSON Schema of policies, with which an editor completes and checks them
  export extern "safepaste policy schema" [
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste policy help" [
  ]

  # Write a first policy for your practice, after a few questions
  export extern "safepaste policy help init" [
  ]

  # Print the policy that counts here, in plain words
  export extern "safepaste policy help show" [
  ]

  # Tell what is wrong with a policy, where, and the cure
  export extern "safepaste policy help lint" [
  ]

  # Try a policy on example texts with the verdicts that you expect
  export extern "safepaste policy help test" [
  ]

  # Print the JSON Schema of policies, with which an editor completes and checks them
  export extern "safepaste policy help schema" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste policy help help" [
  ]

  # Show, verify, sample and count the log of checks
  export extern "safepaste audit" [
    --help(-h)                # Print help
  ]

  def "nu-complete safepaste audit show format" [] {
    [ "text" "jsonl" ]
  }

  # Print the last records
  export extern "safepaste audit show" [
    --policy: path            # The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here
    --folder: path            # The folder of the log, where it is another than the policy says
    --last: string            # How many records
    --format: string@"nu-complete safepaste audit show format" # How they are written
    --help(-h)                # Print help (see more with '--help')
  ]

  # Find out whether anything in the log was changed, deleted, added or moved
  export extern "safepaste audit verify" [
    --policy: path            # The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here
    --folder: path            # The folder of the log, where it is another than the policy says
    --help(-h)                # Print help
  ]

  def "nu-complete safepaste audit sample format" [] {
    [ "text" "json" ]
  }

  # Draw the checks of a week that somebody should review
  export extern "safepaste audit sample" [
    --policy: path            # The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here
    --folder: path            # The folder of the log, where it is another than the policy says
    --week: string            # The week, as in 2026-W48, or last, or this
    --size: string            # How many checks that were not unsafe
    --format: string@"nu-complete safepaste audit sample format" # How they are written
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete safepaste audit report by" [] {
    [ "day" "week" "month" ]
  }

  def "nu-complete safepaste audit report format" [] {
    [ "text" "json" "html" ]
  }

  # Count checks over time by verdict, reason, kind, role and destination
  export extern "safepaste audit report" [
    --policy: path            # The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here
    --folder: path            # The folder of the log, where it is another than the policy says
    --by: string@"nu-complete safepaste audit report by" # What is counted as one
    --since: string           # The first day that counts, as in 2026-10-01
    --until: string           # The last day that counts
    --format: string@"nu-complete safepaste audit report format" # How the counts are written
    --help(-h)                # Print help (see more with '--help')
  ]

  # Remove records that are older than they must be kept
  export extern "safepaste audit prune" [
    --policy: path            # The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here
    --folder: path            # The folder of the log, where it is another than the policy says
    --before: string          # The day, as in 2020-01-01, before which records are removed
    --dry-run                 # Only tell how many would be removed
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste audit help" [
  ]

  # Print the last records
  export extern "safepaste audit help show" [
  ]

  # Find out whether anything in the log was changed, deleted, added or moved
  export extern "safepaste audit help verify" [
  ]

  # Draw the checks of a week that somebody should review
  export extern "safepaste audit help sample" [
  ]

  # Count checks over time by verdict, reason, kind, role and destination
  export extern "safepaste audit help report" [
  ]

  # Remove records that are older than they must be kept
  export extern "safepaste audit help prune" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste audit help help" [
  ]

  def "nu-complete safepaste hook tool" [] {
    [ "claude" "cursor" "gemini" ]
  }

  # Answer an AI tool that asks before it sends a prompt or reads a file (JSON on standard input)
  export extern "safepaste hook" [
    --tool: string@"nu-complete safepaste hook tool" # Whose format it is; without it the event's name tells
    --policy: path            # The policy to judge by: a file, or the name of a shipped policy
    --policy-locked           # Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that it builds on; a policy that --policy names is not measured
    --to(-t): string          # Where the draft goes, by the name that the policy gives the place
    --role: string            # Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    --min-confidence: string  # Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    --help(-h)                # Print help (see more with '--help')
  ]

  # Serve AI tools that speak the Model Context Protocol: check, rewrite, restore, explain
  export extern "safepaste mcp" [
    --policy: path            # The policy to judge by: a file, or the name of a shipped policy
    --policy-locked           # Refuse a policy that lies beside the drafts and checks less strictly than your own, or than the shipped one that it builds on; a policy that --policy names is not measured
    --to(-t): string          # Where the draft goes, by the name that the policy gives the place
    --role: string            # Who sends it, by a role of the policy: what that role may never send makes a draft unsafe
    --min-confidence: string  # Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete safepaste doctor color" [] {
    [ "auto" "always" "never" ]
  }

  # Look whether all that safepaste needs is in order: program, policy, vault, clipboard, git, completions
  export extern "safepaste doctor" [
    --policy: path            # The policy to look at: a file, or the name of a shipped policy
    --color: string@"nu-complete safepaste doctor color" # When to use color; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete safepaste completions shell" [] {
    [ "bash" "zsh" "fish" "powershell" "elvish" "nushell" ]
  }

  # Print the completions for a shell
  export extern "safepaste completions" [
    --help(-h)                # Print help
    shell: string@"nu-complete safepaste completions shell" # The shell
  ]

  # Print the manual page
  export extern "safepaste man" [
    --help(-h)                # Print help
    command?: string          # The command whose page is printed; the program's own where none is given
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste help" [
  ]

  # Say whether drafts may go, and what in them identifies somebody (the default)
  export extern "safepaste help check" [
  ]

  # Print a draft without what identifies somebody, or write it in place of the draft
  export extern "safepaste help rewrite" [
  ]

  # Put the names, dates and numbers back into a chatbot's reply to a reversible rewrite
  export extern "safepaste help restore" [
  ]

  # Check what you copied, replace it with its rewrite, or watch what you copy
  export extern "safepaste help clip" [
  ]

  # Put the names, dates and numbers back into the chatbot's reply that was copied
  export extern "safepaste help clip restore" [
  ]

  # Hold a text on the clipboard: what safepaste starts by itself
  export extern "safepaste help clip hold" [
  ]

  # Show or remove what reversible rewrites keep
  export extern "safepaste help vault" [
  ]

  # Show what is kept, when it was made, until when, and how much of each kind
  export extern "safepaste help vault list" [
  ]

  # Remove what is kept: all of it, or one rewrite
  export extern "safepaste help vault purge" [
  ]

  # Print of a form or a note only what a task needs, without what identifies somebody
  export extern "safepaste help minimize" [
  ]

  # Write down what is found today, so that a check tells only what is new
  export extern "safepaste help baseline" [
  ]

  # Write down what is found now, in place of an older list
  export extern "safepaste help baseline create" [
  ]

  # Check, and tell and count only what is not in the list
  export extern "safepaste help baseline check" [
  ]

  # Take out of the list what is no longer there; nothing is added
  export extern "safepaste help baseline prune" [
  ]

  # Say what a finding or a reason means, why it counts, and what to do instead
  export extern "safepaste help explain" [
  ]

  # Begin a policy for your practice, read it in plain words, check it, try it
  export extern "safepaste help policy" [
  ]

  # Write a first policy for your practice, after a few questions
  export extern "safepaste help policy init" [
  ]

  # Print the policy that counts here, in plain words
  export extern "safepaste help policy show" [
  ]

  # Tell what is wrong with a policy, where, and the cure
  export extern "safepaste help policy lint" [
  ]

  # Try a policy on example texts with the verdicts that you expect
  export extern "safepaste help policy test" [
  ]

  # Print the JSON Schema of policies, with which an editor completes and checks them
  export extern "safepaste help policy schema" [
  ]

  # Show, verify, sample and count the log of checks
  export extern "safepaste help audit" [
  ]

  # Print the last records
  export extern "safepaste help audit show" [
  ]

  # Find out whether anything in the log was changed, deleted, added or moved
  export extern "safepaste help audit verify" [
  ]

  # Draw the checks of a week that somebody should review
  export extern "safepaste help audit sample" [
  ]

  # Count checks over time by verdict, reason, kind, role and destination
  export extern "safepaste help audit report" [
  ]

  # Remove records that are older than they must be kept
  export extern "safepaste help audit prune" [
  ]

  # Answer an AI tool that asks before it sends a prompt or reads a file (JSON on standard input)
  export extern "safepaste help hook" [
  ]

  # Serve AI tools that speak the Model Context Protocol: check, rewrite, restore, explain
  export extern "safepaste help mcp" [
  ]

  # Look whether all that safepaste needs is in order: program, policy, vault, clipboard, git, completions
  export extern "safepaste help doctor" [
  ]

  # Print the completions for a shell
  export extern "safepaste help completions" [
  ]

  # Print the manual page
  export extern "safepaste help man" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "safepaste help help" [
  ]

}

export use completions *
