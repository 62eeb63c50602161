package demo

import (
	"context"

	"erba/feature/account"
	"erba/feature/claim"
	"erba/feature/pool"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// How many days ago the accounts were opened of which nobody has taken care since.
const (
	long   = 400 // they fall under the rules
	nearly = 176 // they are about to
	idle   = 180 // after so many the rules let them fall
	enough = 24  // accounts of that kind
)

// gone is why sellers have given accounts back.
var gone = []string{"采购权收归集团总部", "客户改由分公司跟进，不在我的区域", "两次拜访均未见到采购负责人"}

// Share lets the company have shared its accounts out for a while: some lie in the
// pool, some are about to fall into it, and some companies are registered.
func Share(ctx context.Context, k *app.Kit) error {
	boss, err := as(ctx, k, "qinlang")
	if err != nil {
		return err
	}
	left, err := quiet(boss, k)
	if err != nil {
		return err
	}
	for i, a := range left {
		if err := neglect(boss, k, a, i); err != nil {
			return err
		}
	}
	if err := rule(identity.Under(boss, "pool:govern"), k); err != nil {
		return err
	}
	return register(ctx, k)
}

// quiet are accounts outside the first region that have not bought for a year, and
// that no group of companies owns.
func quiet(boss context.Context, k *app.Kit) (all []account.Row, err error) {
	until, err := asOf(boss, k)
	if err != nil {
		return nil, err
	}
	waits := func(a account.Row) bool {
		f := a.Figures
		return a.Region != regions[0].name && a.Parent.IsZero() && (f == nil || f.LastOrder.Compare(until.Add(-long)) < 0 && !f.KeyAccount)
	}
	f := account.Filter{Sort: account.ByName, Limit: 200}
	for len(all) < enough {
		page, err := account.New(k).List(identity.Under(boss, "account:read"), f)
		if err != nil {
			return nil, err
		}
		for _, a := range page.Rows {
			if waits(a) && len(all) < enough {
				all = append(all, a)
			}
		}
		if f.After = page.Next; f.After.IsZero() {
			return all, nil
		}
	}
	return all, nil
}

// neglect was what happened to one of them: forgotten, nearly so, or given back.
func neglect(boss context.Context, k *app.Kit, a account.Row, i int) error {
	if i%3 == 2 {
		return pool.New(k).GiveBack(identity.Under(boss, "pool:give"), a.ID, gone[i/3%len(gone)])
	}
	days := []int{long, nearly}[i%3]
	until, err := asOf(boss, k)
	if err != nil {
		return err
	}
	a.OpenedOn = until.Add(-days - i)
	if days == nearly {
		a.OpenedOn = until.Add(-days - i%4)
	}
	_, err = account.New(k).Save(identity.Under(boss, "account:write"), a.Account)
	return err
}

func asOf(boss context.Context, k *app.Kit) (kernel.Date, error) {
	page, err := pool.New(k).Warnings(identity.Under(boss, "pool:watch"), kernel.ID{}, 1)
	return page.AsOf, err
}

// rule puts rules in force and lets them run once; key accounts that they would let
// fall are left out by name.
func rule(boss context.Context, k *app.Kit) error {
	service := pool.New(k)
	r, err := service.Rules(boss)
	if err != nil {
		return err
	}
	r.Lines, r.Reason = []pool.Line{{Class: "C", Days: 360}, {Class: pool.None, Days: idle}}, "长期未成交的客户重新分配"
	tried, err := service.Try(boss, r)
	if err != nil {
		return err
	}
	for _, key := range tried.Keys {
		r.Spare = append(r.Spare, key.Account)
	}
	if _, err := service.Enforce(boss, r); err != nil {
		return err
	}
	_, err = service.Recycle(boss, func(int64, int64) {})
	return err
}

// registered are companies that sellers want to win; the last one is there already.
var registered = []struct{ login, name, city, project string }{
	{"ouyang", "东莞市启明智能装备有限公司", "东莞", "二期产线气动元件"},
	{"panyue", "佛山市恒达精工机械有限公司", "佛山", "年度框架协议"},
	{"baiyu", "青岛远海船舶配套有限公司", "青岛", "码头设备改造"},
	{"tianye", "成都天府轨道装备有限公司", "成都", "车间集中供气"},
}

// register registers them, and one that belongs to a colleague.
func register(ctx context.Context, k *app.Kit) error {
	boss, err := as(ctx, k, "qinlang")
	if err != nil {
		return err
	}
	taken, err := account.New(k).List(identity.Under(boss, "account:read"), account.Filter{Sort: account.ByName, Region: regions[2].name, Limit: 1})
	if err != nil {
		return err
	}
	all := registered
	for _, a := range taken.Rows {
		all = append(all[:len(all):len(all)], struct{ login, name, city, project string }{"kuangye", a.Name, a.City, "南方工厂扩建"})
	}
	for _, one := range all {
		seller, err := as(ctx, k, one.login)
		if err != nil {
			return err
		}
		_, err = claim.New(k).Claim(identity.Under(seller, "claim:write"), claim.Claim{Company: claim.Company{Name: one.name, City: one.city},
			Project: one.project, Evidence: "与采购部见面，已收到询价单", Reason: "客户计划年内定点"})
		if err != nil {
			return err
		}
	}
	return nil
}
