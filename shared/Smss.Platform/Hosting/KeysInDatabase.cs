using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Smss.Platform.Hosting;

/// <summary>Data-protection keys live in the database, so every host over it reads what another one protected.</summary>
internal sealed class KeysInDatabase(SettingStore store) : IConfigureOptions<KeyManagementOptions>, IXmlRepository
{
    private const string Prefix = "data-protection/";

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.All(Prefix).Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        store.Set(Prefix + friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
