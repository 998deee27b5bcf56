using System.Text.Json;
using GuidanceBot.Discord.Reading;

namespace GuidanceBot.Discord.Access;

/// <summary>What rights add up to.</summary>
internal static class PermissionSums
{
    /// <summary>What the bot is invited with: to answer and to post tips.</summary>
    public const Permissions Answering = Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads;

    /// <summary>What the bot is invited with where it screens: to read back what it missed, and to remove what a moderator decides on.</summary>
    public const Permissions Screening = Answering | Permissions.ReadMessageHistory | Permissions.ManageMessages;

    /// <summary>The rights as Discord writes them: a number, in text.</summary>
    public static Permissions Read(JsonElement json, string name) => (Permissions)json.Id(name);

    /// <summary>Whether they let somebody manage the whole community.</summary>
    public static bool ManageAll(this Permissions permissions) => (permissions & (Permissions.Administrator | Permissions.ManageGuild)) != 0;

    /// <summary>A member's rights in a guild: everyone's, with those of their roles.</summary>
    public static Permissions InGuild(IEnumerable<JsonElement> roles, ulong guild, ulong owner, ulong member, IReadOnlySet<ulong> memberRoles)
    {
        if (owner == member)
            return (Permissions)ulong.MaxValue;
        var all = roles.Where(r => r.Id("id") is var id && (id == guild || memberRoles.Contains(id)))
            .Aggregate(Permissions.None, (sum, role) => sum | Read(role, "permissions"));
        return all.HasFlag(Permissions.Administrator) ? (Permissions)ulong.MaxValue : all;
    }

    /// <summary>What is left of them in a channel: its overwrites for everyone, then for the member's roles, then for the member.</summary>
    public static Permissions InChannel(Permissions inGuild, JsonElement channel, ulong guild, ulong member, IReadOnlySet<ulong> memberRoles)
    {
        if (inGuild.HasFlag(Permissions.Administrator))
            return inGuild;
        var overwrites = channel.Items("permission_overwrites").ToList();
        var permissions = Apply(inGuild, overwrites.Where(o => o.Id("id") == guild));
        permissions = Apply(permissions, overwrites.Where(o => o.Id("id") is var id && id != guild && memberRoles.Contains(id)));
        return Apply(permissions, overwrites.Where(o => o.Id("id") == member));
    }

    private static Permissions Apply(Permissions before, IEnumerable<JsonElement> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate((Permissions.None, Permissions.None), (sum, o) => (sum.Item1 | Read(o, "allow"), sum.Item2 | Read(o, "deny")));
        return (before & ~deny) | allow;
    }
}
