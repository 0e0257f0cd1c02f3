#!/bin/sh
# Starts the packaged program on its own Java, as lib/app/weightscope.cfg says.
#
# In the place of jpackage's launcher for Linux, which asks rpm and dpkg at each start whose file it
# is: 0.1 to 0.2 s.

self=$(readlink -f -- "$0")
image=${self%/bin/*}
app=$image/lib/app
given=$#
class_path=

# What the file says goes behind the arguments that were given, ...
while IFS= read -r line || [ -n "$line" ]; do
    value=${line#*=}
    case $value in
        *'$APPDIR'*) value=${value%%'$APPDIR'*}$app${value#*'$APPDIR'} ;;
    esac
    case $line in
        app.mainclass=*) main_class=$value ;;
        app.classpath=*) class_path=${class_path:+$class_path:}$value ;;
        java-options=*) set -- "$@" "$value" ;;
    esac
done < "$app/weightscope.cfg"
set -- "$@" -cp "$class_path" "$main_class"

# ... which then follow it, one by one, whatever they contain.
while [ "$given" -gt 0 ]; do
    set -- "$@" "$1"
    shift
    given=$((given - 1))
done
exec "$image/lib/runtime/bin/java" "$@"
