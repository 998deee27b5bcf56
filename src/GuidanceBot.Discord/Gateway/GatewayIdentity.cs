namespace GuidanceBot.Discord.Gateway;

/// <summary>Who connects, and what for.</summary>
internal sealed record GatewayIdentity(string Token, Intents Intents, int Shard, int Shards, bool Compress, string UserAgent);
