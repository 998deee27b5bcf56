namespace GuidanceBot.Chat;

/// <summary>The platforms that run here, by name.</summary>
public sealed class ChatPlatforms(IEnumerable<IChatPlatform> platforms)
{
    private readonly Dictionary<string, IChatPlatform> _byName = platforms.ToDictionary(p => p.Name);

    /// <summary>All platforms that run here.</summary>
    public IReadOnlyCollection<IChatPlatform> All => _byName.Values;

    /// <summary>The platform of that name.</summary>
    /// <exception cref="KeyNotFoundException">It does not run here.</exception>
    public IChatPlatform this[string name] => _byName[name];

    /// <summary>The platform of that name, or null where it does not run here (any more).</summary>
    public IChatPlatform? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What precedes a command's name in a community, such as <c>/</c>.</summary>
    internal string PrefixOf(CommunityAddress community) => Find(community.Platform)?.Abilities.CommandPrefix ?? "/";
}
