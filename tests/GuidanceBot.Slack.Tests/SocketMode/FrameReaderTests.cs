using System.Text;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Tests.SocketMode;

public class FrameReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Ping from applink-3")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"newer_than_us\"}")]
    [InlineData("{\"type\":5,\"envelope_id\":7}")]
    [InlineData("{\"envelope_id\":")]
    public void A_frame_we_do_not_know_is_survived(string frame)
    {
        Assert.IsType<SocketFrame.Unknown>(Read(frame));
    }

    [Fact]
    public void A_hello_without_anything_in_it_is_a_hello()
    {
        Assert.Null(Assert.IsType<SocketFrame.Hello>(Read("""{"type":"hello"}""")).Connections);
    }

    [Theory]
    [InlineData("warning", nameof(DisconnectReason.Warning))]
    [InlineData("refresh_requested", nameof(DisconnectReason.RefreshRequested))]
    [InlineData("link_disabled", nameof(DisconnectReason.LinkDisabled))]
    [InlineData("too_many_websockets", nameof(DisconnectReason.TooManyWebsockets))]
    [InlineData("something_new", nameof(DisconnectReason.Other))]
    public void Each_reason_of_a_disconnect_is_told_apart(string reason, string expected)
    {
        var frame = Assert.IsType<SocketFrame.Disconnect>(Read($$"""{"type":"disconnect","reason":"{{reason}}"}"""));

        Assert.Equal(expected, frame.Reason.ToString());
    }

    [Fact]
    public void An_envelope_keeps_its_payload_after_the_socket_read_on()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"envelope_id":"e1","type":"events_api","payload":{"event":{"text":"hello"}}}""");

        using var envelope = Assert.IsType<SocketFrame.Delivery>(FrameReader.Read(bytes)).Envelope;
        Array.Clear(bytes);

        Assert.Equal("e1", envelope.Id);
        Assert.Equal("hello", envelope.Payload.Text("event", "text"));
    }

    [Fact]
    public void Half_a_surrogate_pair_and_broken_utf8_read_as_the_replacement_character()
    {
        using var escaped = Assert.IsType<SocketFrame.Delivery>(Read("""{"envelope_id":"e","payload":{"a":"x\ud800y\\ud800\ud83d\ude00\n","b":"\udc00"}}""")).Envelope;
        byte[] broken = [.. """{"envelope_id":"e","payload":{"a":"x"""u8, 0xFF, .. "\"}}"u8];
        using var raw = Assert.IsType<SocketFrame.Delivery>(FrameReader.Read(broken)).Envelope;

        Assert.Equal("x\uFFFDy\\ud800😀\n", escaped.Payload.Text("a"));
        Assert.Equal("\uFFFD", escaped.Payload.Text("b"));
        Assert.Equal("x\uFFFD", raw.Payload.Text("a"));
    }

    private static SocketFrame Read(string frame) => FrameReader.Read(Encoding.UTF8.GetBytes(frame));
}
