using System.Buffers;
using System.Collections.Concurrent;
using System.Threading.Channels;

namespace GuidanceBot.CommandLine;

/// <summary>Runs JSON lines through a function on two threads, keeping their order.</summary>
/// <remarks>Reads as much as is there, so that a pipe is answered while it is still open; holds a few batches at most.</remarks>
internal static class JsonLines
{
    private const int BatchBytes = 1 << 17;
    private const int LongestLine = 1 << 24;
    private const int BatchesAhead = 3;

    // Buffers larger than this are given back rather than kept.
    private const int KeptBytes = BatchBytes * 4;

    /// <summary>Answers one line: writes to the output, or throws <see cref="BadLineException"/> with what is wrong.</summary>
    public delegate void Answer(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> output);

    /// <summary>Runs all lines; how many of them were bad. Those are told to <paramref name="errors"/> as <c>line N: ...</c>.</summary>
    public static int Run(Stream input, Stream output, TextWriter errors, Answer answer)
    {
        var spares = new ConcurrentBag<Batch>();
        var batches = Channel.CreateBounded<Task<Batch>>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(() => ReadAsync(input, batches.Writer, spares, answer, stop.Token));
        try
        {
            var bad = WriteAsync(batches.Reader, spares, output, errors).GetAwaiter().GetResult();
            reading.GetAwaiter().GetResult();
            return bad;
        }
        finally
        {
            stop.Cancel();
        }
    }

    private static async Task ReadAsync(Stream input, ChannelWriter<Task<Batch>> batches, ConcurrentBag<Batch> spares, Answer answer, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            var buffer = new byte[BatchBytes];
            var filled = 0;
            var line = 1;
            var tooLong = false;
            while (true)
            {
                var read = await input.ReadAsync(buffer.AsMemory(filled), cancellationToken);
                filled += read;
                var whole = read == 0 ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
                if (whole > 0)
                {
                    var batch = spares.TryTake(out var spare) ? spare : new Batch();
                    batch.Fill(buffer.AsSpan(0, whole), line, tooLong);
                    line += batch.Lines;
                    tooLong = false;
                    buffer.AsSpan(whole, filled - whole).CopyTo(buffer);
                    filled -= whole;
                    await batches.WriteAsync(Task.Run(() => batch.Answer(answer), cancellationToken), cancellationToken);
                }

                if (read == 0)
                    return;
                if (filled == buffer.Length && buffer.Length < LongestLine)
                    Array.Resize(ref buffer, buffer.Length * 2);
                else if (filled == buffer.Length)
                    (tooLong, filled) = (true, 0); // the rest of the line is read and thrown away with it
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            failure = e as IOException;
        }
        finally
        {
            batches.Complete(failure);
        }
    }

    private static async Task<int> WriteAsync(ChannelReader<Task<Batch>> batches, ConcurrentBag<Batch> spares, Stream output, TextWriter errors)
    {
        var bad = 0;
        await foreach (var running in batches.ReadAllAsync())
        {
            var batch = await running;
            await output.WriteAsync(batch.Output.WrittenMemory);
            await output.FlushAsync();
            foreach (var error in batch.Errors)
                await errors.WriteLineAsync(error);
            bad += batch.Errors.Count;
            if (batch.Size <= KeptBytes)
                spares.Add(batch);
        }

        return bad;
    }

    /// <summary>Some whole lines on their way. Used again and again, so that a long file costs no more memory than a short one.</summary>
    private sealed class Batch
    {
        private byte[] bytes = new byte[BatchBytes];
        private int length;
        private int firstLine;
        private bool firstIsRest;

        public int Lines { get; private set; }

        public int Size => bytes.Length + Output.Capacity;

        public ArrayBufferWriter<byte> Output { get; } = new(BatchBytes * 2);

        public List<string> Errors { get; } = [];

        public void Fill(ReadOnlySpan<byte> lines, int number, bool rest)
        {
            if (bytes.Length < lines.Length)
                bytes = new byte[lines.Length];
            lines.CopyTo(bytes);
            (length, firstLine, firstIsRest, Lines) = (lines.Length, number, rest, lines.Count((byte)'\n'));
            Output.ResetWrittenCount();
            Errors.Clear();
        }

        public Batch Answer(Answer answer)
        {
            ReadOnlySpan<byte> rest = bytes.AsSpan(0, length);
            var number = firstLine;
            if (rest.StartsWith("\uFEFF"u8))
                rest = rest[3..];
            for (; !rest.IsEmpty; number++)
            {
                var end = rest.IndexOf((byte)'\n');
                var line = (end < 0 ? rest : rest[..end]).Trim(" \t\r"u8);
                rest = end < 0 ? [] : rest[(end + 1)..];
                if (firstIsRest && number == firstLine)
                    Errors.Add($"line {number}: longer than {LongestLine >> 20} MB.");
                else if (!line.IsEmpty)
                    Try(answer, line, number);
            }

            return this;
        }

        private void Try(Answer answer, ReadOnlySpan<byte> line, int number)
        {
            try
            {
                answer(line, Output);
            }
            catch (BadLineException e)
            {
                Errors.Add($"line {number}: {e.Message}");
            }
        }
    }
}

/// <summary>A line that cannot be read; the message says why without quoting it.</summary>
internal sealed class BadLineException(string message) : Exception(message);
