# The frame: version, help, near misses, options.
$ hygie --version
> ^hygie [0-9]+\.[0-9]+\.[0-9]+$
!.

$ hygie
? 2
>.
! a command is needed

$ hygie --help
> ^Examples:$
> hygie init
> ^  audit +read what is declared
> Exit status: 0 complete
!.

$ hygie help audit
> hygie audit directory -o html=report.html
> --insecure-plain-ldap

$ hygie audit --help
> ^Usage: hygie audit
> -o, --output FORMAT=PATH

$ hygie init --help
> never over an existing one
$ hygie validate --help
> ^Usage: hygie validate FILE
$ hygie checks --help
> --coverage
$ hygie explain --help
> explain ldif
$ hygie history --help
> --store URL
$ hygie diff --help
> ^Usage: hygie diff RUN RUN
$ hygie report --help
> report.en.html
$ hygie doctor --help
> contacts nobody

$ hygie audti
? 2
>.
! unknown command "audti"; did you mean "audit"\?

$ hygie help audti
? 2
! did you mean "audit"

$ hygie xyzzy
? 2
! unknown command "xyzzy"$

# What is promised and not built yet is known by name.
$ hygie exercise list
? 2
! the command "exercise" is not built yet
$ hygie backup drill
? 2
! not built yet
$ hygie region
? 2
! not built yet

$ hygie audit --fail-onn high
? 2
! unknown option "--fail-onn"; did you mean "--fail-on"\?

# Options are never abbreviated: a script must not change its meaning with a later version.
$ hygie audit --fail high
? 2
! unknown option "--fail"

$ hygie audit --fail-on hihg
? 2
! --fail-on does not know "hihg"; did you mean "high"\?
!   one of: critical, high, medium, low, none

$ hygie audit --fail-on
? 2
! needs a value

$ hygie audit --dry-run=yes
? 2
! takes no value

$ hygie audit --save a --save b
? 2
! the option --save stands twice

$ hygie audit --lang de
? 2
! --lang does not know "de"

$ hygie validate
? 2
! something is missing after validate

$ hygie explain A B
? 2
! "B" is one word too many

# French, by option or by locale.
$ hygie --lang fr audti
? 2
! commande inconnue
$ hygie audti --lang=fr
? 2
! commande inconnue
$ LC_ALL=fr_FR.UTF-8 hygie audti
? 2
! vouliez-vous dire
$ LC_ALL= LANG=fr_FR.UTF-8 hygie --help
> ^Exemples
$ LC_ALL=de_DE.UTF-8 hygie --help
> ^Examples

# A reader who leaves is not an error; a full disk is.
$ set -o pipefail; hygie checks | head -1 > /dev/null
!.
$ hygie checks > /dev/full
? 3
! cannot write to standard output

# A word from outside cannot drive the terminal.
$ hygie "$(printf 'a\033[31mb')"
? 2
! unknown command
!! \x1b
