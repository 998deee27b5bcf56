using System.Security.Cryptography;
using System.Text;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidanceBot.Chat;

/// <summary>Remembers for a day what was answered, across restarts, for happenings that a platform may hand in twice and that nothing else tells apart. Holds a hash of the happening's name, no member and no text.</summary>
public sealed class AnsweredOnce(IDbContextFactory<GuidanceDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>Whether it is the first time; true for one asker only.</summary>
    public async Task<bool> IsFirstAsync(string platform, string happening, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var old = now - Memory;
        await db.Set<Answered>().Where(a => a.At < old).ExecuteDeleteAsync(cancellationToken);
        return await db.InsertIfAbsentAsync(new Answered { Hash = HashOf(platform, happening), At = now }, cancellationToken);
    }

    /// <summary>It was not answered after all: the next one is the first again.</summary>
    public async Task ForgetAsync(string platform, string happening, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var hash = HashOf(platform, happening);
        await db.Set<Answered>().Where(a => a.Hash == hash).ExecuteDeleteAsync(cancellationToken);
    }

    private static string HashOf(string platform, string happening) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{platform} {happening}")))[..32];
}

/// <summary>One happening that was answered.</summary>
internal sealed class Answered
{
    public required string Hash { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Answered>
    {
        public void Configure(EntityTypeBuilder<Answered> answered)
        {
            answered.HasKey(a => a.Hash);
            answered.HasIndex(a => a.At);
        }
    }
}
