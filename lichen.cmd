@echo off
rem Runs Lichen on Windows with limits that fit this machine. In a checkout it builds first, where sources are newer
rem than the build. The variables it heeds are listed in app/cli/README.md, "Distribution and launcher".
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
if defined JAVA_HOME set "PATH=%JAVA_HOME%\bin;%PATH%"

where java >nul 2>&1
if errorlevel 1 (
  echo lichen: no Java found; install a JDK 17 or newer, or let JAVA_HOME name one 1>&2
  exit /b 2
)
set "MAJOR="
for /f "tokens=3" %%v in ('java -version 2^>^&1 ^| findstr /c:" version "') do for /f "tokens=1 delims=.-+" %%m in ("%%~v") do set "MAJOR=%%m"
if not defined MAJOR set "MAJOR=0"
if %MAJOR% LSS 17 (
  echo lichen: Java %MAJOR% is too old; Lichen needs Java 17 or newer: let JAVA_HOME name one 1>&2
  exit /b 2
)

if exist "%HERE%pom.xml" goto checkout
for %%d in ("%HERE%..") do set "ROOT=%%~fd"
set "DISTRIBUTION=%ROOT%"
goto start

:checkout
set "ROOT=%HERE:~0,-1%"
for /f %%v in ('powershell -NoProfile -Command "([xml](Get-Content -LiteralPath ($env:HERE + 'pom.xml'))).project.version"') do set "VERSION=%%v"
set "DISTRIBUTION=%ROOT%\app\cli\target\lichen-%VERSION%"
if not exist "%DISTRIBUTION%\lib" goto build
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath ($env:DISTRIBUTION + '\lib')).LastWriteTime; Set-Location -LiteralPath $env:ROOT; $newer = Get-ChildItem pom.xml, lichen.cmd, *\pom.xml, app\*\pom.xml, *\src\main, app\*\src\main, app\cli\src\assembly -Recurse | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1; exit [int][bool]$newer"
if not errorlevel 1 goto start

:build
where mvn >nul 2>&1
if errorlevel 1 (
  echo lichen: Lichen is not built yet and there is no Maven to build it; install Maven 3.8.7 or newer 1>&2
  exit /b 2
)
echo lichen: building, one to three minutes; the first time on a machine some 500 MB are downloaded as well 1>&2
call mvn -q -B -f "%ROOT%\pom.xml" -DskipTests -Dspotless.check.skip=true -Dstyle.color=never package 1>&2
if errorlevel 1 (
  echo lichen: the build failed; the reason stands above 1>&2
  exit /b 1
)

:start
set "MEMORY=4096"
for /f %%m in ('powershell -NoProfile -Command "[math]::Floor((Get-CimInstance Win32_ComputerSystem).TotalPhysicalMemory / 1MB)"') do set "MEMORY=%%m"
set /a HEAP=MEMORY / 4, OFF_HEAP=MEMORY / 2, PROCESS=MEMORY * 7 / 8
if not defined OMP_NUM_THREADS for /f %%c in ('powershell -NoProfile -Command "(Get-CimInstance Win32_Processor | Measure-Object NumberOfCores -Sum).Sum"') do set "OMP_NUM_THREADS=%%c"
set "PLUGINS="
if exist "%ROOT%\plugins" set "PLUGINS=;%ROOT%\plugins\*"
if defined LICHEN_CLASSPATH set "PLUGINS=%PLUGINS%;%LICHEN_CLASSPATH%"
set "ENGINES="
if defined LICHEN_ENGINES set "ENGINES=;%LICHEN_ENGINES%"

java -Xmx%HEAP%m -Xmn64m -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 "-Dorg.bytedeco.javacpp.maxbytes=%OFF_HEAP%m" "-Dorg.bytedeco.javacpp.maxphysicalbytes=%PROCESS%m" "-Dorg.bytedeco.javacpp.cachedir=%LOCALAPPDATA%\lichen\javacpp" -Dorg.nd4j.log.initialization=false -Dorg.deeplearning4j.crash.reporting.enabled=false -Djava.awt.headless=true -Dfile.encoding=UTF-8 "-Dlichen.plugins=%PLUGINS%" %LICHEN_JAVA_OPTS% -cp "%DISTRIBUTION%\lib\*%PLUGINS%%ENGINES%" lichen.app.cli.Main %*
exit /b %ERRORLEVEL%
