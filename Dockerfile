# Builds the bot and runs it as nobody in particular, with time zones and ICU present.
#   docker build -t guidancebot .
#   docker run -p 127.0.0.1:5080:5080 -v guidancebot-data:/data -e Playground__Password=... guidancebot
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Packages first: they change seldom, so that this layer is kept.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt ./
COPY src/GuidanceBot.Screening/*.csproj src/GuidanceBot.Screening/packages.lock.json src/GuidanceBot.Screening/
COPY src/GuidanceBot.Core/*.csproj src/GuidanceBot.Core/packages.lock.json src/GuidanceBot.Core/
COPY src/GuidanceBot.Storage/*.csproj src/GuidanceBot.Storage/packages.lock.json src/GuidanceBot.Storage/
COPY src/GuidanceBot.Discord/*.csproj src/GuidanceBot.Discord/packages.lock.json src/GuidanceBot.Discord/
COPY src/GuidanceBot.Slack/*.csproj src/GuidanceBot.Slack/packages.lock.json src/GuidanceBot.Slack/
COPY src/GuidanceBot.Playground/*.csproj src/GuidanceBot.Playground/packages.lock.json src/GuidanceBot.Playground/
COPY src/GuidanceBot/*.csproj src/GuidanceBot/packages.lock.json src/GuidanceBot/
RUN dotnet restore src/GuidanceBot --locked-mode

COPY .editorconfig ./
COPY config config
COPY src src
RUN dotnet publish src/GuidanceBot -c Release --no-restore -o /app \
 # Native libraries of other systems are of no use in here.
 && find /app/runtimes -mindepth 1 -maxdepth 1 ! -name 'linux-x64' ! -name 'linux-arm64' ! -name 'linux' ! -name 'unix' -exec rm -rf {} + \
 && mkdir /data

# "extra" carries ICU and tzdata; there is no shell and no package manager in it.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
COPY --from=build /app /app
COPY --from=build --chown=1654:1654 /data /data
USER 1654
WORKDIR /data
# Inside a container every address is the container's own; Playground:Password must be set to let anyone in.
ENV Urls=http://0.0.0.0:5080 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
EXPOSE 5080
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s CMD ["/app/guidancebot", "health"]
ENTRYPOINT ["/app/guidancebot", "--data", "/data"]
