package demo

import (
	"context"
	"maps"
	"slices"

	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/kpi"
	planning "erba/feature/plan"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

// Of the important accounts every fifth has nothing to do yet; of the actions some
// are done, some late.
const (
	acting = 40
	idling = 5
)

// tasks are what is to be done, and by when, in days from today.
var tasks = []struct {
	title string
	due   int
	done  string
}{
	{"与采购总监确认下一年度框架协议", 21, ""},
	{"拜访技术部，介绍第二条产品线", 9, ""},
	{"补齐客户组织架构与关键联系人", -6, ""},
	{"回访上季度投诉的处理结果", -3, "客户确认问题已解决，同意继续合作"},
	{"安排高层互访并准备议题", 35, ""},
	{"核对信用额度与逾期款项", -12, ""},
	{"提交年度供货与服务总结", 14, ""},
}

// schedule lets the company be planning: a plan for the next year has begun, its
// important accounts have something to do, and the director aims at something.
func schedule(boss context.Context, k *app.Kit) error {
	today := kernel.Today()
	year, _, _ := today.Parts()
	_, err := planning.New(k).Begin(identity.Under(boss, "plan:direct"), planning.Plan{Name: "大客户年度规划", From: kernel.On(year+1, 1, 1), Until: kernel.On(year+1, 12, 31)})
	if err != nil {
		return err
	}
	if err := act(boss, k, today); err != nil {
		return err
	}
	return intend(boss, k, today)
}

// act gives important accounts something to do.
func act(boss context.Context, k *app.Kit, today kernel.Date) error {
	var found map[kernel.ID]string
	err := k.DB.Read(identity.Under(boss, "evaluation:read"), func(tx *db.Tx) (err error) {
		found, err = evaluation.New(k).InForceAll(tx, evaluation.Tier, "MAJOR", "NAMED")
		return err
	})
	if err != nil {
		return err
	}
	all := slices.SortedFunc(maps.Keys(found), kernel.ID.Compare)
	for i, id := range all[:min(len(all), acting)] {
		if i%idling == 0 {
			continue
		}
		a, err := account.New(k).Find(identity.Under(boss, "account:read"), id)
		if err != nil {
			return err
		}
		if a.Owner.IsZero() {
			continue
		}
		if err := do(identity.Under(boss, "action:write"), k, today, a, i); err != nil {
			return err
		}
	}
	return nil
}

// do adds an action, and ends it if it was done.
func do(ctx context.Context, k *app.Kit, today kernel.Date, a account.Row, i int) error {
	task, service := tasks[i%len(tasks)], planning.New(k)
	one, err := service.Act(ctx, planning.Action{Account: a.ID, Title: task.title, Owner: a.Owner, From: today.Add(-30), Due: today.Add(task.due)})
	if err != nil || task.done == "" {
		return err
	}
	_, err = service.Finish(ctx, one.ID, one.Version, planning.Done, task.done)
	return err
}

// aims are what the director aims at.
var aims = []struct {
	name   string
	target null.Number
	owner  string
}{
	{kpi.Retention, 0.90, "xuyuan"},
	{kpi.Churn, 0.10, "xuyuan"},
	{kpi.Repeat, 0.80, "liangbo"},
	{kpi.Loyalty, 0.55, "zhaolei"},
	{kpi.Marketing, 0.015, "lushan"},
}

// intend sets targets, and enters what winning and keeping customers takes.
func intend(boss context.Context, k *app.Kit, today kernel.Date) error {
	ctx, service := identity.Under(boss, "indicator:target"), kpi.New(k)
	for _, a := range aims {
		owner, err := k.Users.Named(ctx, a.owner)
		if err != nil {
			return err
		}
		if _, err := service.Aim(ctx, a.name, 0, a.target, owner.ID); err != nil {
			return err
		}
	}
	var all []kpi.Input
	for month := range 25 { // two whole years, whether or not this month has ended
		on := today.Month().AddMonths(-month)
		all = append(all, kpi.Input{Kind: kpi.Winning, Month: on, Amount: int64(260_000-4_000*month) * 100, Source: "市场部费用台账"},
			kpi.Input{Kind: kpi.Keeping, Month: on, Amount: int64(410_000-3_000*month) * 100, Source: "客户服务部预算执行表"})
	}
	_, err := service.Enter(identity.Under(boss, "indicator:input"), all)
	return err
}
