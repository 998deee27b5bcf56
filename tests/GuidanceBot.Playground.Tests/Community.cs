using GuidanceBot.Chat;
using GuidanceBot.Playground.Platform;
using GuidanceBot.Playground.Store;
using GuidanceBot.Playground.Visits;
using GuidanceBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.Playground.Tests;

/// <summary>The real playground beside the real core, in a folder of its own that can outlive it.</summary>
internal sealed class Community : IAsyncDisposable
{
    private readonly TestBot _bot;
    private readonly DirectoryInfo _folder;
    private readonly bool _ownsFolder;

    private Community(TestBot bot, DirectoryInfo folder, bool ownsFolder) => (_bot, _folder, _ownsFolder) = (bot, folder, ownsFolder);

    public static Person Ana => Cast.People[0];

    public static Person Ben => Cast.People[1];

    public static Person Mona => Cast.People[2];

    public static Person Ada => Cast.People[3];

    public TestBot Bot => _bot;

    public IServiceProvider Services => _bot.Services;

    public IChatPlatform Platform => Get<ChatPlatforms>()[Cast.Platform];

    public Messages Messages => Get<Messages>();

    public Conversation Conversation => Get<Conversation>();

    public FakeTimeProvider Clock => _bot.Clock;

    public static async Task<Community> OpenAsync(DirectoryInfo? folder = null, string? replay = null, FakeTimeProvider? clock = null, Action<IServiceCollection>? change = null)
    {
        var where = folder ?? Directory.CreateTempSubdirectory("playground-test");
        var bot = await TestBot.StartAsync(clock: clock, change: services =>
        {
            services.AddCommunity(where.FullName, replay, clockMoves: false);
            change?.Invoke(services);
        });
        return new Community(bot, where, folder is null);
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public IEnumerable<T> Hosted<T>() => Services.GetServices<IHostedService>().OfType<T>();

    public Visit Visit(Person person, string channel = "general", string? message = null)
    {
        var visit = ActivatorUtilities.CreateInstance<Visit>(Services);
        visit.Go(person.Id, channel, message);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownsFolder)
            _folder.Delete(recursive: true);
    }
}
