package demo

import (
	"context"

	values "erba/analysis/delivered"
	"erba/feature/delivered"
	"erba/feature/lifetime"
	"erba/feature/loss"
	"erba/feature/portfolio"
	"erba/feature/servicing"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// weigh lets the director have looked at what accounts are worth: half of the
// losses are decided about, the service of those that contribute most is rated for
// two quarters, and for the first of them offers are compared.
func weigh(boss context.Context, k *app.Kit) error {
	if err := lifetime.New(k).Fit(boss); err != nil {
		return err
	}
	if err := handle(boss, k); err != nil {
		return err
	}
	all, err := portfolio.New(k).Contributing(identity.Under(boss, "worth:read"), portfolio.Ask{}, portfolio.Filter{})
	if err != nil {
		return err
	}
	i := 0
	for one := range all {
		if i == rated {
			break
		}
		if one.Service == nil {
			continue
		}
		if err := rate(boss, k, one.ID, i); err != nil {
			return err
		}
		if i < compared {
			if err := compare(boss, k, one.ID, i); err != nil {
				return err
			}
		}
		i++
	}
	return nil
}

const (
	rated    = 30 // accounts whose service is rated
	compared = 2  // … for which offers are compared
)

// handle decides about every other loss, mostly as recommended.
func handle(boss context.Context, k *app.Kit) error {
	losses, err := loss.New(k).List(identity.Under(boss, "loss:read"), loss.Which{Limit: 40})
	if err != nil {
		return err
	}
	for i, r := range losses.Rows {
		d := loss.Decision{Handling: r.Handling, Reason: "季度经营会讨论，按建议执行"}
		switch {
		case i%2 == 1:
			continue
		case i%6 == 4:
			d = loss.Decision{Handling: "keep", Reason: "集团样板客户，保留并重新谈服务范围"}
		case r.Handling == "restrict":
			d.Steps = []string{"minimum", "service"}
		}
		if _, err := loss.New(k).Decide(identity.Under(boss, "loss:decide"), r.ID, d); err != nil {
			return err
		}
	}
	return nil
}

// rate says how well an account was served in the last two whole quarters.
func rate(boss context.Context, k *app.Kit, account kernel.ID, i int) error {
	y, m, _ := kernel.Today().Parts()
	last := kernel.On(y, (int(m)-1)/3*3+1, 1).AddMonths(-3)
	before := int64(62 + (i*17)%30)
	for n, quarter := range []kernel.Date{last.AddMonths(-3), last} {
		value := before + int64(n*((i*11)%17-5))
		_, err := servicing.New(k).Rate(identity.Under(boss, "servicing:rate"), servicing.Index{Account: account, Quarter: quarter,
			Value: min(value, 100), Source: servicing.Sources[i%len(servicing.Sources)], Evidence: "季度服务回访与工单及时率"})
		if err != nil {
			return err
		}
	}
	return nil
}

// offers are what we and two others offer, component by component, in yuan.
var offers = [][values.Components]int64{
	{50_000, 12_000, 5_000, 8_000, 52_000, 4_000, 2_000, 1_000},
	{45_000, 9_000, 4_000, 6_000, 46_000, 3_500, 1_500, 500},
	{47_000, 6_000, 3_000, 9_000, 44_000, 5_000, 2_500, 1_500},
}

// compare sets our offer beside those of two others.
func compare(boss context.Context, k *app.Kit, account kernel.ID, i int) error {
	ctx, service := identity.Under(boss, "delivered:write"), delivered.New(k)
	sheet, err := service.Open(ctx, delivered.Offer{Account: account, Name: "年度供货与维保", Unit: "money", Sides: []delivered.Side{{}, {Name: "华东精工"}, {Name: "恒力轴承"}}})
	if err != nil {
		return err
	}
	for side, amounts := range offers {
		for c, amount := range amounts {
			_, err := service.Say(ctx, delivered.Value{Offer: sheet.ID, Place: int64(side), Component: values.Names[c], Amount: amount * int64(100+10*i), Evidence: "投标文件与客户访谈"})
			if err != nil {
				return err
			}
		}
	}
	return nil
}
