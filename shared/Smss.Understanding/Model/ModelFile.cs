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
            byte[] file = File.ReadAllBytes(path);
            if (file.Length < 2 * DigestBytes || !file.AsSpan(0, DigestBytes).SequenceEqual(key)) return null;
            ReadOnlySpan<byte> body = file.AsSpan(2 * DigestBytes);
            return SHA256.HashData(body).AsSpan().SequenceEqual(file.AsSpan(DigestBytes, DigestBytes)) ? Read(body) : null;
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

    private static LinearModel Read(ReadOnlySpan<byte> body)
    {
        int[] sizes = Take<int>(ref body, 3);
        float[] calibration = Take<float>(ref body, 3);
        string[] intents = Encoding.UTF8.GetString(Take<byte>(ref body, sizes[0])).Split('\n');
        var table = new FeatureTable(Take<ulong>(ref body, sizes[1]));
        return new LinearModel(table, Take<sbyte>(ref body, sizes[2]), calibration[2], intents, new Calibration(calibration[0], calibration[1]));
    }

    private static T[] Take<T>(ref ReadOnlySpan<byte> body, int count) where T : unmanaged
    {
        var taken = GC.AllocateUninitializedArray<T>(count);
        Span<byte> bytes = MemoryMarshal.AsBytes(taken.AsSpan());
        body[..bytes.Length].CopyTo(bytes);
        body = body[bytes.Length..];
        return taken;
    }
}
