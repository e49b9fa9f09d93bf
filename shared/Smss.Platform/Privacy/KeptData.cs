using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Modules;
using Smss.Platform.Modules;

namespace Smss.Platform.Privacy;

/// <summary>What the enabled modules keep, kind by kind.</summary>
internal sealed class KeptData(IEnumerable<PersonalDataRegistration> kept, IServiceProvider services)
{
    /// <summary>What is a resident's.</summary>
    public IEnumerable<IPersonalData> OfResidents => All.Where(d => d is not HouseRecord);

    /// <summary>What is the staff's and the machinery's.</summary>
    public IEnumerable<IPersonalData> OfTheHouse => All.Where(d => d is HouseRecord);

    private IEnumerable<IPersonalData> All => kept.Select(k => (IPersonalData)services.GetRequiredService(k.Data));
}
