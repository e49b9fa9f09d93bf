using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Smss.Understanding;

/// <summary>
/// A trained model as flat arrays behind two digests: of what it was trained from, and of the file itself.
/// A file that does not fit in either is as good as none.
/// </summary>
internal static class ModelFile
{
    private const int DigestBytes = SHA256.HashSizeInBytes;

    /// <summary>Digest of the examples and of this build of the engine with its tables.</summary>
    public static byte[] KeyOf(IReadOnlyList<Utterances> utterances)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(ModelFile).Module.ModuleVersionId.ToByteArray());
        foreach (Utterances group in utterances)
        {
            hash.AppendData(MemoryMarshal.AsBytes($"\n{group.Intent}.{group.Language}:{group.Lines.Count}\n".AsSpan()));
            foreach (string line in group.Lines)
            {
                hash.AppendData(MemoryMarshal.AsBytes(line.AsSpan()));
                hash.AppendData("\n\0"u8);
            }
        }
        return hash.GetHashAndReset();
    }

    public static LinearModel? Load(string path, byte[] key)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using var body = new Body(file);
            if (!body.Head().AsSpan().SequenceEqual(key)) return null;
            return Read(body, body.Head());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Writes beside and renames, so that a crash leaves the old file or none; a path that cannot be written is left alone.</summary>
    public static void Save(string path, byte[] key, LinearModel model)
    {
        string beside = path + "." + Environment.ProcessId + ".tmp";
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            byte[] body = Write(model);
            using (FileStream file = File.Create(beside))
            {
                file.Write(key);
                file.Write(SHA256.HashData(body));
                file.Write(body);
            }
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            TryDelete(beside);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // The folder cannot be written at all: nothing was left there either.
        }
    }

    private static byte[] Write(LinearModel model)
    {
        byte[] intents = Encoding.UTF8.GetBytes(string.Join('\n', model.Intents));
        using var body = new MemoryStream(model.Weights.Length + (1 << 20));
        body.Write(MemoryMarshal.AsBytes([intents.Length, model.Table.Entries.Length, model.Weights.Length]));
        body.Write(MemoryMarshal.AsBytes([model.Calibration.Temperature, model.Calibration.Threshold, model.Unit]));
        body.Write(intents);
        body.Write(MemoryMarshal.AsBytes(model.Table.Entries));
        body.Write(MemoryMarshal.AsBytes(model.Weights));
        return body.ToArray();
    }

    private static LinearModel? Read(Body body, byte[] digest)
    {
        int[] sizes = body.Take<int>(3);
        float[] calibration = body.Take<float>(3);
        byte[] intents = body.Take<byte>(sizes[0]);
        ulong[] entries = body.Take<ulong>(sizes[1]);
        sbyte[] weights = body.Take<sbyte>(sizes[2]);
        if (!body.Digest().AsSpan().SequenceEqual(digest)) return null;
        return new LinearModel(
            new FeatureTable(entries), weights, calibration[2], Encoding.UTF8.GetString(intents).Split('\n'), new Calibration(calibration[0], calibration[1]));
    }

    /// <summary>Reads straight into the arrays that stay, and counts the digest on the way: a copy of the file would double the memory of the start.</summary>
    private sealed class Body(FileStream file) : IDisposable
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public byte[] Head()
        {
            byte[] digest = new byte[DigestBytes];
            file.ReadExactly(digest);
            return digest;
        }

        public T[] Take<T>(int count) where T : unmanaged
        {
            // A size beyond the file's end is a broken file, not a reason to ask for all memory.
            if (count < 0 || count > file.Length - file.Position) throw new EndOfStreamException();
            T[] taken = GC.AllocateUninitializedArray<T>(count);
            Span<byte> bytes = MemoryMarshal.AsBytes(taken.AsSpan());
            file.ReadExactly(bytes);
            hash.AppendData(bytes);
            return taken;
        }

        public byte[] Digest() => hash.GetHashAndReset();

        public void Dispose() => hash.Dispose();
    }
}
