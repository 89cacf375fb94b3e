@echo off
rem Starts Bongsu: bin\bongsu [COMMAND]. `bin\bongsu --train` makes lib\bongsu.aot anew, which halves a start.
rem JAVA_HOME names the Java 25 to use; without it, the java of the path. JAVA_OPTS adds options.
setlocal
for %%I in ("%~dp0..") do set "BONGSU_HOME=%%~fI"
set "CACHE=%BONGSU_HOME%\lib\bongsu.aot"
set "JAVA=java"
if exist "%BONGSU_HOME%\runtime\bin\java.exe" (
  set "JAVA=%BONGSU_HOME%\runtime\bin\java.exe"
) else if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
)
set OPTIONS=@"%BONGSU_HOME%\lib\java.options" %JAVA_OPTS%
rem An operator's command is over before a second compilation pays.
for %%C in (feed read match render) do if "%~1"=="%%C" set OPTIONS=-XX:TieredStopAtLevel=1 %OPTIONS%
if "%~1"=="--train" (
  "%JAVA%" -XX:AOTCacheOutput="%CACHE%.fresh" %OPTIONS% -Dapp.home="%BONGSU_HOME%" -jar "%BONGSU_HOME%\bongsu.jar" train || exit /b 1
  move /y "%CACHE%.fresh" "%CACHE%" >nul
  exit /b
)
if exist "%CACHE%" set OPTIONS=-XX:AOTCache="%CACHE%" %OPTIONS%
"%JAVA%" %OPTIONS% -Dapp.home="%BONGSU_HOME%" -jar "%BONGSU_HOME%\bongsu.jar" %*
