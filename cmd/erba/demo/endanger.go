package demo

import (
	"context"
	"maps"
	"slices"

	"erba/analysis/maintenance"
	"erba/analysis/risk"
	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/evaluation"
	"erba/feature/loyalty"
	care "erba/feature/maintenance"
	risks "erba/feature/risk"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

// threats are what may break accounts off, and what is done against it.
var threats = []struct {
	cause               string
	probability, impact int
	evidence, counter   string
}{
	{risk.Quality, 3, 5, "二季度连续两批轴承噪音超标，客户质检部发来整改函", "质量总监驻厂，三周内提交 8D 报告"},
	{risk.People, 3, 4, "采购总监下月调任集团，继任者来自竞争对手的老客户", "总经理登门拜访继任者，安排工厂参观"},
	{risk.Market, 4, 4, "竞争对手给出低八个点的年度报价，已经拿走华南仓", "提交总成本对比，重谈年度框架"},
	{risk.Trust, 2, 4, "两次承诺的技术方案都晚交，对方在会上提了意见", "每周一书面通报进度，由区域经理签字"},
	{risk.Money, 3, 3, "母公司在缩减授信，付款从月结改成季度结", "与财务一起谈分期，发货前确认到账"},
	{risk.Constant, 2, 3, "近两个季度只有电话联系，没有见到使用部门", "每月一次现场走访，带上技术同事"},
	{risk.Culture, 1, 3, "外资背景，流程慢，但双方已经磨合两年", ""},
	{risk.Process, 2, 4, "新产线改用集成模块，旧型号明年停用", "联合设计，提供替代型号样件"},
	{risk.Chain, 1, 2, "客户在向上游延伸，短期内不影响采购", ""},
}

// deeds are what is done to keep relationships, form by form.
var deeds = []struct {
	form, title string
	spend       int64 // yuan
}{
	{maintenance.Software, "季度走访与午餐会", 1_200}, {maintenance.Hardware, "赠送定制台历与工具套装", 3_600}, {maintenance.Function, "免费巡检设备并出具报告", 8_000},
	{maintenance.Software, "采购部培训：选型与替换", 2_500}, {maintenance.Spirit, "授予年度优秀合作伙伴奖牌", 1_800}, {maintenance.Hardware, "更换样品展示柜", 4_200},
	{maintenance.Special, "为新产线专设备件仓", 26_000}, {maintenance.Software, "项目组联谊羽毛球赛", 3_000},
}

// endanger lets the company know what threatens its key accounts, how they are
// looked after, and on which rungs of loyalty they stand.
func endanger(boss context.Context, k *app.Kit) error {
	all, err := endangered(boss, k)
	if err != nil {
		return err
	}
	e := threatened{ctx: boss, today: kernel.Today(), risks: risks.New(k), care: care.New(k), loyalty: loyalty.New(k)}
	for i, a := range all {
		steps := []func(dear, int) error{e.tend, e.judge, e.climb}
		if i >= threatenedMost {
			steps = steps[:1] // all are looked after
		}
		for _, step := range steps {
			if err := step(a, i); err != nil {
				return err
			}
		}
	}
	if err := e.breaks(all[:min(threatenedMost, len(all))]); err != nil {
		return err
	}
	if _, err := e.loyalty.Settle(boss); err != nil {
		return err
	}
	_, err = e.risks.Scan(boss)
	return err
}

// dear is a key account that somebody looks after, with whom we know there.
type dear struct {
	account account.Row
	people  []kernel.ID
}

// threatenedMost is of how many of them somebody has judged the risks.
const threatenedMost = 60

// endangered are the key accounts that somebody answers for.
func endangered(boss context.Context, k *app.Kit) (all []dear, err error) {
	return all, k.DB.Read(identity.With(boss, identity.System()), func(tx *db.Tx) error {
		found, err := evaluation.New(k).InForceAll(tx, evaluation.Tier, "MAJOR", "NAMED")
		if err != nil {
			return err
		}
		for _, id := range slices.SortedFunc(maps.Keys(found), kernel.ID.Compare) {
			a, err := account.New(k).Find(identity.Under(boss, "account:read"), id)
			if err != nil {
				return err
			}
			if a.Owner.IsZero() {
				continue
			}
			people, err := contact.New(k).People(tx, id)
			if err != nil {
				return err
			}
			one := dear{account: a}
			for _, c := range people {
				one.people = append(one.people, c.ID)
			}
			all = append(all, one)
		}
		return nil
	})
}

// threatened says it account by account.
type threatened struct {
	ctx     context.Context
	today   kernel.Date
	risks   *risks.Service
	care    *care.Service
	loyalty *loyalty.Service
}

// judge says of three accounts out of five what threatens them, some time ago.
func (e *threatened) judge(a dear, i int) error {
	if i%5 > 1 && i%5 < 4 {
		return nil
	}
	for n := range 1 + i%3 {
		t := threats[(i+4*n)%len(threats)]
		day := e.today.Add(-20 - 9*((i+n)%20))
		r := risks.Risk{Account: a.account.ID, Cause: t.cause, Probability: t.probability, Impact: t.impact, Evidence: t.evidence, Counter: t.counter,
			Owner: a.account.Owner, Due: e.today.Add(11*((i+n)%6) - 14)}
		if _, err := e.risks.At(day).Judge(identity.Under(e.ctx, "risk:write"), r); err != nil {
			return err
		}
	}
	return nil
}

// breaks lets two relationships be interrupted, and two have been.
func (e *threatened) breaks(all []dear) error {
	for n, c := range []struct {
		at, days           int
		cause              string
		what, plan, offer  string
		spend              int64
		result, conclusion string
	}{
		{4, 12, risk.Quality, "六月批次大面积退货，客户暂停全部新订单", "质量总监驻厂两周，每日通报；退换货一周内完成", "免费更换整批并承担停线损失", 180_000, "", ""},
		{9, 34, risk.People, "新任采购总监要求全部重新招标，旧合同不再执行", "总经理与对方副总沟通，参加招标并提交总成本方案", "首年价格锁定，增加驻厂服务", 60_000, "", ""},
		{14, 140, risk.Trust, "交期连续延误，客户转走一半份额", "设专线排产，每周书面通报", "延误订单免运费", 24_000, risks.Recovered, "四周内交期全部达标，份额回到原来水平"},
		{19, 210, risk.Market, "对手以低价签下两年框架", "保留技术支持关系，等待合同到期", "同价跟进一个季度", 95_000, risks.Lost, "价格差距太大，暂停报价，合同到期前再接触"},
	} {
		if c.at >= len(all) {
			return nil
		}
		a, then := all[c.at], e.risks.At(e.today.Add(-c.days))
		ctx := identity.Under(e.ctx, "risk:write")
		i, err := then.Break(ctx, risks.Interruption{Account: a.account.ID, Cause: c.cause, Opened: e.today.Add(-c.days), Description: c.what, Recovery: c.plan, Owner: a.account.Owner, Due: e.today.Add(21 - 19*n)})
		if err != nil {
			return err
		}
		answer := ""
		if n%2 == 0 {
			answer = "taken"
		}
		if _, err := then.Offer(ctx, risks.Offer{Interruption: i.ID, Measure: c.offer, Spend: c.spend * 100, On: e.today.Add(-c.days), Result: answer}); err != nil {
			return err
		}
		if c.result == "" {
			continue
		}
		if _, err := e.risks.At(e.today.Add(-c.days/2)).Close(ctx, i.ID, i.Version, c.result, c.conclusion); err != nil {
			return err
		}
	}
	return nil
}

// tend does something for most accounts, for some of them always the same, and rates
// how good the relationship is with every third.
func (e *threatened) tend(a dear, i int) error {
	ctx := identity.Under(e.ctx, "maintenance:write")
	for n := range (i*5)%11 + flagged(i%4 > 0)*2 {
		d := deeds[(n+i)%len(deeds)]
		if i%7 == 3 {
			d = deeds[0]
		}
		one := care.Activity{Account: a.account.ID, Form: d.form, Title: d.title, Spend: d.spend * 100, Reached: 2 + (i+n)%9, On: e.today.Add(15 - 37*n - i%11)}
		if len(a.people) > 0 {
			one.People = a.people[:1]
		}
		if _, err := e.care.Record(ctx, one); err != nil {
			return err
		}
	}
	if i%3 > 0 {
		return nil
	}
	mark := func(n int) int { return 2 + (i+n)%4 - flagged(i%12 == 6 && n < 4) }
	_, err := e.care.Rate(ctx, care.Quality{Account: a.account.ID, Stakeholder: []string{"consumer", "distributor"}[i%2],
		Communication: mark(0), Cooperation: mark(1), WinWin: mark(2), Closeness: mark(3), Control: mark(4), Evidence: "年中客户回访记录"})
	return err
}

func flagged(on bool) int {
	if on {
		return 1
	}
	return 0
}

// climb says of every other account what it buys of the lines that it has bought
// most of, half a year ago and now.
func (e *threatened) climb(a dear, i int) error {
	if i%2 == 1 {
		return nil
	}
	ctx := identity.Under(e.ctx, "loyalty:write")
	sheet, err := e.loyalty.Sheet(identity.Under(e.ctx, "loyalty:read"), a.account.ID)
	if err != nil {
		return err
	}
	said := 0
	for n, l := range sheet.Lines {
		if l.Sales == nil || *l.Sales <= 0 || n == 4 {
			continue
		}
		was, is := wallets[(i+n)%len(wallets)], wallets[(i+n+(i/2)%3)%len(wallets)]
		demand := *l.Sales * 100 / was
		p := loyalty.Position{Account: a.account.ID, Line: l.Line, Demand: &demand, Evidence: "客户年度采购计划，采购部提供", Expires: e.today.AddMonths(9)}
		if _, err := e.loyalty.At(e.today.AddMonths(-5)).Say(ctx, p); err != nil {
			return err
		}
		demand = *l.Sales * 100 / is
		p.Version = 1
		if _, err := e.loyalty.At(e.today.Add(-30)).Say(ctx, p); err != nil {
			return err
		}
		said++
	}
	if said > 0 && len(sheet.Others) > 0 {
		demand := int64(60_000_00)
		_, err = e.loyalty.Say(ctx, loyalty.Position{Account: a.account.ID, Line: sheet.Others[i%len(sheet.Others)], Demand: &demand, Evidence: "使用部门面谈，目前全部从别处买"})
	}
	return err
}

// wallets are shares of what accounts buy, in hundredths.
var wallets = []int64{42, 75, 8, 55, 28, 90, 63}
