using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Platform.Accounts;
using Smss.Platform.Data;
using Smss.Platform.HandOvers;
using Smss.Platform.Hosting;
using Smss.Platform.HouseTopics;
using Smss.Platform.Privacy;

namespace Smss.Platform;

/// <summary>What belongs to no module: the house's own topics, contributed like everybody else's.</summary>
public sealed class PlatformModule : IModule
{
    /// <inheritdoc/>
    public void Register(IModuleBuilder module) => module
        .AddDb<PlatformDbContext>()
        .AddTopic<CrisisTopic>()
        .AddTopic<SmallTalkTopic>()
        .AddTopic<HelpTopic>()
        .AddTopic<LanguageTopic>()
        .AddTopic<HumanTopic>()
        .AddTopic<PrivacyTopic>()
        .AddForm<EraseForm>()
        .AddPermission(RolePermissions.Own, StaffRoles.None)
        .AddPermission(Administration.Accounts, StaffRoles.Administrator, personalData: true)
        .AddPermission(Administration.Roles, StaffRoles.Administrator, personalData: true)
        .AddPermission("platform.audit", StaffRoles.Administrator | StaffRoles.Auditor, personalData: true)
        .AddPermission(HandOverSetup.Permission, StaffRoles.Coordinator | StaffRoles.CentreStaff | StaffRoles.SocialLeader, personalData: true)
        .AddPanelLink("/panel/platform/rozmowy", "platform.talks", HandOverSetup.Permission, 10)
        .AddMyDay<WaitingTalks>(HandOverSetup.Permission)
        .AddPanelLink("/panel/platform/konta", "platform.accounts", Administration.Accounts, 900)
        .AddPanelLink("/panel/platform/role", "platform.roles", Administration.Roles, 905)
        .AddPanelLink("/panel/platform/dziennik", "platform.audit", "platform.audit", 910)
        .AddPermission("platform.plugins", StaffRoles.Administrator)
        .AddPanelLink("/panel/platform/wtyczki", "platform.plugins", "platform.plugins", 915)
        .AddPanelLink("/panel/platform/moje", "platform.own", "platform.own", 920)
        .AddJob<SampleCity>("sample", "0 10 0 * * ?")
        .AddJob<ReturnToBot>("return-to-bot", "0 * * * * ?")
        .AddJob<ForgetOld>("forget", "0 20 3 * * ?")
        .AddPersonalData<ConversationData>()
        .AddPersonalData<Consents>()
        .AddPersonalData<UnansweredRecords>()
        .AddPersonalData<AccountRecords>()
        .AddPersonalData<AuditRecords>()
        .AddPersonalData<LinkRecords>()
        .AddPersonalData<TryRecords>()
        .AddPersonalData<OutboxRecords>();
}
