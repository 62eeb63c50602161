package demo

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"erba/feature/approval"
	"erba/feature/opportunity"
	"erba/feature/pricing"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// lists are the company's lists of prices: for whom, from which month of the year on,
// how long, and at which part of the usual price, in percent.
var priceLists = []struct {
	name, scope, place string
	from, days, part   int
	note               string
}{
	{"通用价目表", pricing.Everybody, "", 1, 0, 100, "全部产品，随产品目录更新"},
	{"华东区域价目表", pricing.Region, "华东", 1, 0, 97, "含华东仓配送"},
	{"轨道交通行业价目表", pricing.Industry, "轨道交通", 4, 0, 95, "含型式试验报告与驻场"},
	{"重要客户价目表", pricing.Tier, "MAJOR", 1, 0, 93, "年度框架之外的零星采购"},
	{"上半年促销价目表", pricing.Everybody, "", 1, 180, 96, "促销结束，恢复通用价目"},
}

// guarded are the lines of products below a part of whose price nobody sells.
var guarded = []string{"减速机", "液压件"}

const (
	floored     = 90 // percent of the usual price
	frameworked = 24 // prices that were agreed with customers
	requested   = 5  // special prices that somebody asks for
)

// ends are how many days from today agreed prices end.
var ends = []int{12, 190, 26, 75, 300, -18, 5, 140}

// price lays out the company's prices: lists, floors, what was agreed with customers
// and partly ends soon, and special prices of which one waits for consent.
func (d *dealer) price(boss context.Context, k *app.Kit, all []dear, courses []opportunity.Course) error {
	keeper, err := as(boss, k, "songyan")
	if err != nil {
		return err
	}
	if err := d.list(keeper, pricing.New(k)); err != nil {
		return err
	}
	if err := d.guard(boss, pricing.New(k)); err != nil {
		return err
	}
	if err := d.agree(boss, pricing.New(k), all); err != nil {
		return err
	}
	return d.request(boss, k, courses)
}

func (d *dealer) list(keeper context.Context, service *pricing.Service) error {
	ctx := identity.Under(keeper, "pricing:write")
	year, _, _ := d.today.Parts()
	for _, l := range priceLists {
		one := pricing.List{Name: fmt.Sprintf("%s %d", l.name, year), Scope: l.scope, Place: l.place, Note: l.note}
		if one.From = kernel.On(year-flagged(d.today.Compare(kernel.On(year, l.from, 1)) < 0), l.from, 1); l.days > 0 {
			one.Until = one.From.Add(l.days)
		}
		made, err := service.AddList(ctx, one)
		if err != nil {
			return err
		}
		said := func(key string, _ map[string]any) string { return key }
		if _, err := service.ImportList(ctx, made.ID, strings.NewReader(d.sheet(l.part)), false, said); err != nil {
			return err
		}
	}
	return nil
}

// sheet is a list of prices at a part of the usual ones, as a file.
func (d *dealer) sheet(part int) string {
	var b strings.Builder
	b.WriteString("产品编码,产品,单位,目录价\n")
	for _, p := range d.products {
		if p.ListPrice != nil {
			fmt.Fprintf(&b, "%s,%s,%s,%s\n", p.Code, p.Name, p.Unit, share(*p.ListPrice, part))
		}
	}
	return b.String()
}

// share is so many percent of a price, in whole fen.
func share(price kernel.Decimal, percent int) kernel.Decimal {
	return kernel.Micro(price.Micro() / 100 * int64(percent) / 10_000 * 10_000)
}

func (d *dealer) guard(boss context.Context, service *pricing.Service) error {
	for _, p := range d.guarded() {
		floor := share(*p.ListPrice, floored)
		_, err := service.SetFloor(identity.Under(boss, "floor:write"), pricing.Floor{Product: p.ID, From: d.today.Add(-200), Floor: &floor, Unit: p.Cost})
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *dealer) guarded() (all []product.Product) {
	for _, p := range d.products {
		if p.ListPrice != nil && slices.Contains(guarded, p.Line) {
			all = append(all, p)
		}
	}
	return all
}

// agree writes down prices that were agreed with customers for a year.
func (d *dealer) agree(boss context.Context, service *pricing.Service, all []dear) error {
	for i := range min(frameworked, len(all)) {
		p := d.products[(i*17+5)%len(d.products)]
		if p.ListPrice == nil {
			continue
		}
		until := d.today.Add(ends[i%len(ends)])
		_, err := service.Agree(identity.Under(boss, "framework:write"), pricing.Framework{Account: all[i].account.ID, Product: p.ID, Agreed: share(*p.ListPrice, 91+i%5),
			From: until.AddMonths(-12).Add(1), Until: until, Basis: fmt.Sprintf("年度框架合同 KJ-%03d", 118+i*7)})
		if err != nil {
			return err
		}
	}
	return nil
}

// request has sellers ask for special prices in their deals; the first is granted, the
// second refused, the others wait.
func (d *dealer) request(boss context.Context, k *app.Kit, courses []opportunity.Course) error {
	service, made := pricing.New(k), 0
	for _, c := range courses {
		l, found := d.below(c)
		if !found || made == requested {
			continue
		}
		seller, err := k.Users.Viewer(boss, c.Deal.Owner)
		if err != nil {
			return err
		}
		one, err := service.Ask(identity.Under(identity.With(boss, seller), "special:ask"), pricing.Special{Deal: c.Deal.ID, Product: l.Product, Quantity: l.Quantity,
			Wanted: lowered(l), Until: d.today.Add(60), Reason: []string{"对手报价低三个点，客户承诺全年用量翻倍", "首单打样，后续按框架价执行"}[made%2]})
		if err != nil {
			return kernel.Within(c.Deal.Code, err)
		}
		if made++; made > 2 {
			continue
		}
		says := []string{"同意，限本单数量", "毛利守不住，请改用年返"}[made-1]
		_, err = approval.New(k).Decide(identity.Under(boss, "approval:decide"), approval.Verdict{ID: one.Approval, Version: 1, Approve: made == 1, Reason: says})
		if err != nil {
			return err
		}
	}
	return nil
}

// below is what a live deal offers of a product that has a floor.
func (d *dealer) below(c opportunity.Course) (opportunity.Line, bool) {
	if c.Deal.State != opportunity.Going {
		return opportunity.Line{}, false
	}
	for _, l := range c.Lines {
		known := slices.ContainsFunc(d.guarded(), func(p product.Product) bool { return p.ID == l.Product })
		if known && l.List != nil {
			return l, true
		}
	}
	return opportunity.Line{}, false
}

// lowered is what a seller asks for: below every list, and a little above the floor
// where he does not offer less already.
func lowered(l opportunity.Line) kernel.Decimal {
	low := share(*l.List, floored+1)
	if l.Asked.Micro() < low.Micro() {
		return share(l.Asked, 100)
	}
	return low
}
