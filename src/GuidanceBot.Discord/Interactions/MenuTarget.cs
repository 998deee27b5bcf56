using GuidanceBot.Chat;
using GuidanceBot.Discord.Messages;
using GuidanceBot.Discord.Reading;

namespace GuidanceBot.Discord.Interactions;

/// <summary>The message that a command of its menu was taken from, as Discord sent it along.</summary>
internal static class MenuTarget
{
    public static ChatMessage? Read(Interaction interaction, ChannelMap channels)
    {
        var target = interaction.Data.Text("target_id");
        if (target is null || interaction.Data.At("resolved")?.At("messages")?.At(target) is not { } json)
            return null;

        var data = MessageReader.Read(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(json));
        data.Id = DiscordNames.Number(target);
        data.Channel = DiscordNames.Number(interaction.Channel.Channel);
        data.Guild = interaction.IsDirect ? 0 : DiscordNames.Number(interaction.Channel.Community);
        return MessageIntake.Translate(data, channels);
    }
}
