using Smss.Abstractions;

namespace Smss.Platform.Modules;

/// <summary>A public segment of the site and who claims it.</summary>
internal sealed record Segment(string ModuleId, string Name, string TitleKey, int Order);

/// <summary>A right, stamped with its module, and the shipped roles that hold it at first.</summary>
internal sealed record Permission(string ModuleId, string Id, StaffRoles Roles, bool PersonalData);

/// <summary>An entry of the panel's navigation.</summary>
internal sealed record PanelLink(string ModuleId, string Path, string TitleKey, string Permission, int Order);

/// <summary>A module's part of the panel's first page, and who sees it.</summary>
internal sealed record DayRegistration(string ModuleId, Type Day, string Permission);

/// <summary>A job at fixed times; <see cref="Key"/> is what is stored.</summary>
internal sealed record JobRegistration(string ModuleId, string Key, Type Job, string Cron);

/// <summary>Sample rows of a module.</summary>
internal sealed record SampleRegistration(string ModuleId, Type Sample);

/// <summary>A kind of import.</summary>
internal sealed record ImportRegistration(string ModuleId, Type Import);

/// <summary>What a module keeps about residents.</summary>
internal sealed record PersonalDataRegistration(string ModuleId, Type Data);
