package demo

import (
	"context"
	"fmt"
	"strings"

	rules "erba/analysis/promotion"
	"erba/feature/approval"
	"erba/feature/fee"
	"erba/feature/promotion"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// The course of a fee in the demo, as far as it has come.
const (
	isAsked = iota
	isGranted
	isDone
	isPaid
	isEvaluated
)

// ventures are what is spent on customers, one after the other: when it begins and how
// long it runs, in days from today, and how far it has come.
var ventures = []struct {
	kind, name, purpose, way, tool, task string
	ago, days, reaches                   int
	greedy                               bool // it costs more than it brings
}{
	{"display", "新型号联合推介", "让设备部在停机检修前试用新型号", "trial", "样机展台", "样机与工程师驻场", -75, 14, isEvaluated, false},
	{"rebate", "年度阶梯返利", "全年采购量达到约定后返还", "price_off", "", "返利", -60, 28, isPaid, false},
	{"dm", "备件目录促销", "清理慢动的备件", "bundle", "备件目录", "印刷与寄送", -47, 14, isDone, false},
	{"promoter", "现场工程师季", "两周驻厂换件，一并备货", "gift", "工具车", "驻厂补贴", -5, 14, isGranted, false},
	{"display", "行业展联合展位", "与客户一起面向终端用户", "display", "联合展位", "展位与搭建", 24, 7, isAsked, false},
	{"pile", "总部样板间", "客户要求承担全部装修", "display", "样板间", "装修", 40, 30, isAsked, true},
}

// investors is for how many customers somebody plans.
const investors = 12

// investor plans promotions for customers and asks for the money.
type investor struct {
	ctx, boss, finance context.Context
	kit                *app.Kit
	fees               *fee.Service
	promotions         *promotion.Service
	today              kernel.Date
}

// invest lets there be promotions before, while and after they run, fees in every
// state, and budgets that they are paid from.
func invest(ctx, boss context.Context, k *app.Kit) error {
	finance, err := as(ctx, k, "lushan")
	if err != nil {
		return err
	}
	v := investor{ctx, boss, identity.Under(finance, "fee:settle"), k, fee.New(k), promotion.New(k), kernel.Today()}
	if err := v.budget(); err != nil {
		return err
	}
	all, err := visitedOf(boss, k)
	if err != nil {
		return err
	}
	for i, one := range all[:min(len(all), investors)] {
		if err := v.venture(i, one.account.ID, one.account.Owner); err != nil {
			return kernel.Within(one.account.Code, err)
		}
	}
	return nil
}

func (v investor) budget() error {
	year, _, _ := v.today.Parts()
	_, err := v.fees.Plan(identity.Under(v.boss, "fee:plan"), fee.Budget{From: kernel.On(year, 1, 1), Until: kernel.On(year, 12, 31), Amount: 3_000_000_00, Note: "年度客户投资预算"})
	return err
}

// venture plans one thing for a customer: the promotion, and what it costs.
func (v investor) venture(i int, account, owner kernel.ID) error {
	viewer, err := v.kit.Users.Viewer(v.ctx, owner)
	if err != nil {
		return err
	}
	what, seller := ventures[i%len(ventures)], identity.With(v.ctx, viewer)
	p := promotion.Promotion{Account: account, Name: what.name, Background: what.purpose, From: v.today.Add(what.ago), Until: v.today.Add(what.ago + what.days - 1),
		Place: "客户各厂区", Audience: "设备部与采购部", Ways: promotion.List{what.way}, Tools: promotion.List{what.tool}}
	p.Budget.Way, p.Budget.Tasks = "task", []rules.Task{{Name: what.task, Cost: 1}}
	writer := identity.Under(seller, "promotion:write")
	ahead, err := v.promotions.Foresee(writer, p)
	if err != nil || !ahead.Baseline.Known() || ahead.Baseline <= 0 {
		return err
	}
	p.Baseline = int64(ahead.Baseline) / 100 * 100
	p.Expected = p.Baseline + p.Baseline/3
	cost := max(p.Baseline/30/100_00, 1) * 100_00 // a tenth of what it is to add
	if what.greedy {
		cost = p.Baseline
	}
	p.Budget.Tasks[0].Cost = cost
	if p, err = v.promotions.Plan(writer, p); err != nil {
		return err
	}
	r := fee.Request{Account: account, Type: what.kind, Name: what.name, Purpose: what.purpose, From: p.From, Until: p.Until, Amount: cost,
		Baseline: &p.Baseline, Expected: &p.Expected, Promotion: p.ID}
	if r, err = v.fees.Ask(identity.Under(seller, "fee:request"), r); err != nil || r.State == fee.Blocked {
		return err
	}
	if err := v.carry(seller, r, i, what.reaches); err != nil || what.reaches < isEvaluated {
		return err
	}
	return v.promotions.Turn(writer, p.ID, p.Version, promotion.Evaluated, "试用过的班组复购快，样机要提前四周到厂")
}

// carry takes a request so far.
func (v investor) carry(seller context.Context, r fee.Request, i, reaches int) error {
	asks := identity.Under(seller, "fee:request")
	changed := func(change func(ctx context.Context, id kernel.ID, version int64) error) error {
		now, err := v.fees.Find(identity.Under(seller, "fee:read"), r.ID)
		if err != nil {
			return err
		}
		return change(asks, r.ID, now.Version)
	}
	steps := []func() error{
		func() error {
			_, err := approval.New(v.kit).Decide(identity.Under(v.boss, "approval:decide"), approval.Verdict{ID: r.Approval, Version: 1, Approve: true, Reason: "增量覆盖费用"})
			return err
		},
		func() error {
			if _, err := v.fees.File(asks, r.ID, "现场照片与签收单.txt", strings.NewReader(r.Name+"：客户设备部签收")); err != nil {
				return err
			}
			return changed(v.fees.Execute)
		},
		func() error {
			_, err := v.fees.Settle(v.finance, fee.Booking{Fee: r.ID, On: v.today.Add(-3), Original: r.Amount, Number: fmt.Sprintf("FY-%04d", i+1), Note: r.Name}, true)
			return err
		},
		func() error {
			return changed(func(ctx context.Context, id kernel.ID, version int64) error {
				return v.fees.Evaluate(ctx, id, version, "带来的订单比预计晚两周")
			})
		},
	}
	for _, step := range steps[:reaches] {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
