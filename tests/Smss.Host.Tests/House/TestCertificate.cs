using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Smss.Host.Tests.House;

/// <summary>A certificate for 127.0.0.1, made on the spot, and a client that trusts it alone.</summary>
internal sealed class TestCertificate
{
    private readonly string _file, _hash;

    public TestCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _hash = certificate.GetCertHashString();
        _file = Path.Combine(folder, "test.pfx");
        File.WriteAllBytes(_file, certificate.Export(X509ContentType.Pfx));
    }

    public IReadOnlyList<string> Settings =>
        ["--urls=https://127.0.0.1:0", "--Kestrel:Certificates:Default:Path=" + _file, "--Smss:PublicUrl=https://strefa.example.pl"];

    public SocketsHttpHandler Handler() => new()
    {
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == _hash },
    };
}
