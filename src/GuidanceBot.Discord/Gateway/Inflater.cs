using System.Buffers;
using System.IO.Compression;

namespace GuidanceBot.Discord.Gateway;

/// <summary>Opens zlib-stream: one compression context for the life of a connection.</summary>
internal sealed class Inflater : IDisposable
{
    // A guild of the largest size is about a tenth of this; more is an attack, or broken.
    private const int LargestMessage = 64 * 1024 * 1024;

    private readonly Feed _feed = new();
    private readonly ZLibStream _zlib;

    public Inflater() => _zlib = new ZLibStream(_feed, CompressionMode.Decompress);

    /// <summary>Opens one whole message into <paramref name="opened"/>.</summary>
    /// <exception cref="InvalidDataException">It is not zlib, or far too large.</exception>
    public void Open(ReadOnlyMemory<byte> compressed, ArrayBufferWriter<byte> opened)
    {
        _feed.Offer(compressed);
        while (_zlib.Read(opened.GetSpan(4096)) is > 0 and var read)
        {
            opened.Advance(read);
            if (opened.WrittenCount > LargestMessage)
                throw new InvalidDataException("A gateway message is too large.");
        }
    }

    public void Dispose() => _zlib.Dispose();

    // Says "nothing more now" at the end of each message, and goes on with the next.
    private sealed class Feed : Stream
    {
        private ReadOnlyMemory<byte> _offered;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Offer(ReadOnlyMemory<byte> bytes) => _offered = bytes;

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, _offered.Length);
            _offered.Span[..count].CopyTo(buffer);
            _offered = _offered[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
