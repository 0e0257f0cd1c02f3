@echo off
rem Starts Maven on a JDK 25 or newer, whatever the default java of the machine is.
rem
rem   JAVA_HOME        taken when it is a JDK 25 or newer; otherwise one is looked for
rem   MVNW_JDK_DIRS    directories that hold JDKs, separated by ';', in place of the usual ones
rem   MAVEN_USER_HOME  where a downloaded Maven is kept (default: %USERPROFILE%\.m2)

setlocal EnableExtensions DisableDelayedExpansion

set "OLDEST_JDK=25"
rem 3.8.7, as :ordinal makes it
set "OLDEST_MAVEN=3008007"
set "PROJECT=%~dp0"
set "JDK="
set "JDK_RELEASE=9999"

if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined JDK for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :consider "%%~dp$PATH:j.."
if not defined JDK call :search
if not defined JDK (
  echo mvnw: WeightScope needs a JDK %OLDEST_JDK% or newer and none was found: install one ^(https://adoptium.net has them^) or set JAVA_HOME to its directory. 1>&2
  exit /b 1
)
set "JAVA_HOME=%JDK%"

set "MAVEN="
for %%m in (mvn.cmd) do if not "%%~$PATH:m"=="" call :consider_maven "%%~$PATH:m"
if not defined MAVEN call :own_maven || exit /b 1

rem Maven's own libraries make newer JDKs warn about native access and sun.misc.Unsafe: of no use to anyone here.
set "QUIET=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
"%JAVA_HOME%\bin\java.exe" %QUIET% -version >nul 2>&1 && set "MAVEN_OPTS=%QUIET% %MAVEN_OPTS%"

set "POM_NAMED="
call :look_for_pom %*
if defined POM_NAMED (call "%MAVEN%" %*) else call "%MAVEN%" -f "%PROJECT%pom.xml" %*
exit /b %ERRORLEVEL%


rem Of several JDKs, the oldest that suits: it is the nearest to the one the build was tried with.
:search
if defined MVNW_JDK_DIRS (
  for %%r in ("%MVNW_JDK_DIRS:;=" "%") do for /d %%d in ("%%~r\*") do call :consider "%%~d"
  exit /b 0
)
for %%r in (
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\BellSoft"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\SapMachine\JDK"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%USERPROFILE%\.jdks"
  "%USERPROFILE%\.gradle\jdks"
  "%USERPROFILE%\.sdkman\candidates\java"
) do for /d %%d in ("%%~r\*") do call :consider "%%~d"
exit /b 0


rem Takes the JDK in directory %1 when it suits better than the one found so far.
:consider
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "RELEASE=0"
for /f "usebackq tokens=1,2 delims==.-" %%k in ("%~1\release") do if "%%k"=="JAVA_VERSION" set "RELEASE=%%l"
set "RELEASE=%RELEASE:"=%"
if %RELEASE% LSS %OLDEST_JDK% exit /b 0
if %RELEASE% GEQ %JDK_RELEASE% exit /b 0
for %%d in ("%~1") do set "JDK=%%~fd"
set "JDK_RELEASE=%RELEASE%"
exit /b 0


rem Takes the Maven whose command is %1 when it is new enough.
:consider_maven
set "VERSION="
for /f "tokens=3" %%v in ('call "%~1" --version 2^>nul ^| findstr /b /c:"Apache Maven"') do if not defined VERSION set "VERSION=%%v"
if not defined VERSION exit /b 0
for /f "tokens=1-3 delims=.-" %%a in ("%VERSION%") do call :ordinal %%a %%b %%c
if %ORDINAL% GEQ %OLDEST_MAVEN% set "MAVEN=%~1"
exit /b 0


rem A version as a number that can be compared: 3.8.7 is 3008007.
:ordinal
set /a "ORDINAL=(%1 * 1000 + %2) * 1000 + %3"
exit /b 0


rem The Maven under MAVEN_USER_HOME, downloaded when it is not there yet.
:own_maven
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "SETTINGS=%PROJECT%.mvn\wrapper\maven-wrapper.properties"
for /f "usebackq tokens=1,* delims==" %%k in ("%SETTINGS%") do if "%%k"=="distributionUrl" set "URL=%%l"
set "NAME=%URL:*/binaries/=%"
set "NAME=%NAME:-bin.zip=%"
set "OWN=%MAVEN_USER_HOME%\wrapper\%NAME%"
set "MAVEN=%OWN%\bin\mvn.cmd"
set "MAVEN_HOME="
set "M2_HOME="
if exist "%MAVEN%" exit /b 0
"%JAVA_HOME%\bin\java.exe" "%PROJECT%.mvn\wrapper\InstallMaven.java" "%SETTINGS%" "%OWN%"
exit /b %ERRORLEVEL%


rem Sets POM_NAMED when the arguments name a pom of their own.
:look_for_pom
if "%~1"=="" exit /b 0
if "%~1"=="-f" set "POM_NAMED=yes"
if "%~1"=="--file" set "POM_NAMED=yes"
shift
goto look_for_pom
