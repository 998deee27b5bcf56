using GuidanceBot.Alarms;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;
using GuidanceBot.Moderation;
using GuidanceBot.Screening;
using GuidanceBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.Testing;

/// <summary>The real core on SQLite, with a clock to move and a platform in memory. Its community is set up, with a moderator (mo, max) and an admin (ada).</summary>
public sealed class TestBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly SqliteConnection? _keepsMemory;
    private readonly string? _folder;
    private readonly bool _ownsFolder;

    private TestBot(string? folder, FakePlatform? platform, FakeTimeProvider? clock, Action<IServiceCollection>? change)
    {
        _ownsFolder = folder is "";
        _folder = _ownsFolder ? Directory.CreateTempSubdirectory("guidancebot-test").FullName : folder;
        var database = _folder is null
            ? $"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared"
            : $"Data Source={Path.Combine(_folder, "test.db")};Pooling=False";
        if (_folder is null)
        {
            _keepsMemory = new SqliteConnection(database);
            _keepsMemory.Open();
        }

        Platform = platform ?? new FakePlatform();
        Clock = clock ?? new FakeTimeProvider(Some.Start);
        var services = new ServiceCollection();
        services.AddLogging(log => log.AddProvider(Log).SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft", LogLevel.Warning));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IChatPlatform>(Platform);
        services.AddSingleton(SomePacks.Takeaways);
        services.AddSingleton(SomePacks.Tips);
        services.AddSingleton(SomePacks.SupportLines);
        services.AddSingleton(new Screener(new RulePack()));
        services.AddSingleton(new Fingerprints([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
        services.AddSqliteStorage(database);
        services.AddGuidanceBot();
        services.AddSingleton<Screen>(Screen.Examine);
        services.AddSingleton(SomePacks.Ranker);
        change?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public FakePlatform Platform { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>What screening sees: nothing, until a test scripts it.</summary>
    public ScriptedScreen Screen { get; } = new();

    public LogBook Log { get; } = new();

    public IServiceProvider Services => _services;

    public Inbox Inbox => _services.GetRequiredService<Inbox>();

    public CommunityBook Communities => _services.GetRequiredService<CommunityBook>();

    /// <summary>
    /// A bot that is set up and ready. <paramref name="folder"/>: null for a database in memory, "" for a file of its own that
    /// goes away with the bot, or a folder that outlives it, so that another bot can be started on it. <paramref name="change"/>
    /// replaces parts before they are put together.
    /// </summary>
    public static async Task<TestBot> StartAsync(
        Func<CommunitySettings, CommunitySettings>? settings = null,
        string? folder = null,
        FakePlatform? platform = null,
        FakeTimeProvider? clock = null,
        Action<IServiceCollection>? change = null)
    {
        var bot = new TestBot(folder, platform, clock, change);
        await using (var db = await bot.OpenDatabaseAsync())
            await Database.UpgradeAsync(db, CancellationToken.None);
        bot.Platform.Join(Some.Ana, "Ana");
        bot.Platform.Join(Some.Ben, "Ben");
        bot.Platform.Join(Some.Moderator, "Mo", false, "mods");
        bot.Platform.Join(Some.OtherModerator, "Max", false, "mods");
        bot.Platform.Join(Some.Admin, "Ada", managesCommunity: true);
        await bot.SetUpAsync(settings);
        return bot;
    }

    /// <summary>Saves other settings: by default general and cases are screened, moderators sees the flags.</summary>
    public Task SetUpAsync(Func<CommunitySettings, CommunitySettings>? change = null)
    {
        var settings = new CommunitySettings
        {
            Address = Some.Community,
            SetUpAt = Some.Start,
            Watched = new Dictionary<string, ChannelMode> { ["general"] = ChannelMode.General, ["cases"] = ChannelMode.Cases },
            ModeratorsChannel = "moderators",
            ModeratorRoles = ["mods"],
            Zone = "Europe/London",
            Countries = ["GB"],
        };
        return Communities.SaveAsync(change is null ? settings : change(settings), CancellationToken.None);
    }

    public Task<GuidanceDb> OpenDatabaseAsync() =>
        _services.GetRequiredService<IDbContextFactory<GuidanceDb>>().CreateDbContextAsync();

    /// <summary>A message is written, or edited, and the platform hands it in.</summary>
    public Task<bool> SayAsync(ChatMessage message)
    {
        Platform.Holds(message);
        return Inbox.ReadAsync(message, CancellationToken.None);
    }

    /// <summary>A message is deleted and the platform says so.</summary>
    public Task<bool> DeleteAsync(ChatMessage message)
    {
        Platform.Drop(message.Address);
        return Inbox.ForgetAsync(message.Address, CancellationToken.None);
    }

    /// <summary>Somebody types a command, without its prefix.</summary>
    public Task<Reply> TypeAsync(string typed, MemberId? caller = null, string channel = "general") =>
        Inbox.RunTypedAsync(typed, Some.Channel(channel), caller ?? Some.Ana, CancellationToken.None);

    /// <summary>Somebody presses the button with that label.</summary>
    public Task<Reply> PressAsync(Card card, string label, MemberId presser, MessageAddress? at = null) =>
        Inbox.PressAsync(new ButtonPress(card.Button(label).Id, at?.Channel ?? Some.Channel("moderators"), presser, at), CancellationToken.None);

    /// <summary>Somebody sends off a form.</summary>
    public Task<Reply> SubmitAsync(Form form, MemberId submitter, params (string Field, string Answer)[] answers) =>
        Inbox.SubmitAsync(
            new FormSubmission(
                form.Id,
                answers.GroupBy(a => a.Field).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(a => a.Answer)]),
                Some.Channel(),
                submitter),
            CancellationToken.None);

    /// <summary>Somebody takes a command from a message's menu.</summary>
    public Task<Reply> MenuAsync(string name, ChatMessage target, MemberId caller) =>
        Inbox.RunMenuAsync(new MessageMenuCall(name, target, target.Address.Channel, caller), CancellationToken.None);

    /// <summary>Does all that is due by now; says when the bot would wake next.</summary>
    public Task<DateTimeOffset> RunDueAsync() => _services.GetRequiredService<AlarmClock>().RunDueAsync(CancellationToken.None);

    /// <summary>Moves the clock, then does what fell due.</summary>
    public Task<DateTimeOffset> PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return RunDueAsync();
    }

    /// <summary>Writes how far each channel was handled, as happens every few seconds.</summary>
    public Task FlushMarksAsync() => _services.GetRequiredService<MarkKeeper>().FlushAsync(CancellationToken.None);

    /// <summary>The declaration of every command, as adapters read it.</summary>
    public Catalog Catalog => _services.GetRequiredService<Catalog>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_keepsMemory is not null)
            await _keepsMemory.DisposeAsync();
        if (_ownsFolder && _folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}
