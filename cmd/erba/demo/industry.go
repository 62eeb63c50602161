package demo

import (
	"erba/feature/industry"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// trades are the words of our customers and the industry that each belongs to;
// what steel works and refineries are to us nobody has decided yet.
var trades = map[string]string{"工程机械": "manufacturing", "机床自动化": "manufacturing", "造纸包装": "manufacturing", "食品机械": "manufacturing",
	"轨道交通": "transport", "电力电气": "power", "新能源": "power", "水务环保": "water"}

// opinions are what the director says of industries, in the order of the criteria.
var opinions = map[string][]int64{
	"transport": {5, 4, 4, 2, 3, 5, 4}, "power": {4, 5, 3, 3, 3, 5, 5}, "manufacturing": {5, 3, 4, 2, 4, 3, 3},
	"water": {3, 3, 2, 3, 3, 3, 4}, "tobacco": {2, 2, 2, 3, 2, 4, 2}, "telecom": {3, 2}}

var criteria = [...]string{"volume", "growth", "awareness", "competition", "ease", "funds", "government"}

// industries matches what customers call their industry, and rates those that count.
func (f *filler) industries() error {
	director, err := f.kit.Users.Viewer(f.ctx, f.users["qinlang"])
	if err != nil {
		return err
	}
	ctx, service := identity.With(f.ctx, director.For("industry:write")), industry.New(f.kit)
	all, err := service.Rated(ctx)
	if err != nil {
		return err
	}
	ids := map[string]kernel.ID{}
	for _, one := range all {
		ids[one.Code] = one.ID
	}
	for word, code := range trades {
		if _, err := service.Match(ctx, industry.Named{Word: word, Industry: ids[code]}); err != nil {
			return err
		}
	}
	for code, values := range opinions {
		for i, value := range values {
			if _, err := service.Rate(ctx, industry.Answer{Industry: ids[code], Criterion: criteria[i], Value: value, Evidence: "年度行业分析与走访"}); err != nil {
				return err
			}
		}
	}
	return f.court()
}

// court writes what sellers say of those who have never bought: of most of them
// all four answers, of some the first alone.
func (f *filler) court() error {
	var all []portfolio.Estimate
	for i, a := range f.Accounts {
		if !a.first.IsZero() || i%4 == 0 {
			continue
		}
		on := f.Until.Add(-(i % 60))
		for k, kind := range []string{"entry_chance", "entry_cost", "entry_yield", "entry_network"} {
			value := int64(20 + (i*37+k*23)%70)
			if k == 3 {
				value = int64(i % 6)
			}
			all = append(all, portfolio.Estimate{Account: f.accounts[i], Kind: kind, Value: value, By: f.name(a.Owner),
				Evidence: "首次拜访与内部评审", On: on, Expires: on.AddMonths(6)})
			if i%7 == 0 {
				break
			}
		}
	}
	return f.kit.DB.Write(f.ctx, func(tx *db.Tx) error { return portfolio.New(f.kit).Import(tx, all) })
}
