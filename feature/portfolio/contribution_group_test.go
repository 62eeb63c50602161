package portfolio

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"erba/kernel"
)

// groupedBy puts everybody's view together.
func groupedBy(v *View, by string, sight Mask) grouping {
	p, err := v.partition(by, sight)
	if err != nil {
		panic(err)
	}
	p.call(kernel.ID.String, func(name string) string { return name })
	return grouping{v, p}
}

// By whatever accounts are put together, each group is its steps, and all groups
// with what is not listed are the whole, to the minor unit.
func TestGroupsSumToTheWhole(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		all := crew(rapid.IntRange(1, 9).Draw(r, "accounts"))
		var months []Month
		var spent []Spent
		for i := range all {
			a := &all[i]
			a.Region, a.Industry = rapid.SampledFrom([]string{"", "华东", "华南"}).Draw(r, "region"), rapid.SampledFrom([]string{"", "钢铁"}).Draw(r, "industry")
			a.Owner = all[rapid.IntRange(0, len(all)-1).Draw(r, "owner")].ID
			if rapid.Bool().Draw(r, "owned") {
				a.Parent = all[rapid.IntRange(0, len(all)-1).Draw(r, "parent")].ID
			}
			if rapid.Bool().Draw(r, "sells") {
				months = append(months, Month{Account: a.ID, Number: may2026, Sales: rapid.Int64Range(0, 1e9).Draw(r, "sales"), Cost: rapid.Int64Range(0, 1e9).Draw(r, "cost"), Orders: 1, Lines: 1, First: 1, Last: 1, Open: rapid.Bool().Draw(r, "open")})
			}
			for range rapid.IntRange(0, 3).Draw(r, "entries") {
				spent = append(spent, Spent{a.ID, may2026, Slot(rapid.IntRange(0, slots-1).Draw(r, "slot")), rapid.Int64Range(-1e7, 1e9).Draw(r, "value")})
			}
		}
		v := viewOf(all, months, spent, nil)
		whole := v.Contribution()
		for _, by := range []string{ByFamily, ByRegion, ByIndustry, ByOwner} {
			g := groupedBy(v, by, v.mask)
			got, err := g.Grouped(by, g.partition, Order{By: rapid.SampledFrom(Sorts).Draw(r, "sort")})
			if err != nil {
				r.Fatal(err)
			}
			if fmt.Sprint(amountsOf(got.Whole.Parts)) != fmt.Sprint(amountsOf(whole.Parts)) || got.Whole.Counted != whole.Counted {
				r.Fatalf("by %s %+v, all %+v", by, got.Whole, whole)
			}
			var sum Counted
			amount := int64(0)
			for _, row := range got.Rows {
				sum.Count, sum.Unknown, sum.Open = sum.Count+row.Count, sum.Unknown+row.Unknown, sum.Open+row.Open
				sum.Partly, sum.Blank, sum.Losses = sum.Partly+row.Partly, sum.Blank+row.Blank, sum.Losses+row.Losses
				amount += minors(row.Amount)
				if row.Count > 0 && minors(row.Gross)-minors(row.Service)-minors(row.Given)-minors(row.Credit) != minors(row.Amount) {
					r.Fatalf("the steps of %+v do not lead to its contribution", row)
				}
				in, err := g.Inside(row.Key, g.partition, Order{}, 0, 100)
				if err != nil || in.Whole.Counted != row.Counted || len(in.Rows) != row.Count+row.Unknown {
					r.Fatalf("inside %+v: %+v, %v", row, in, err)
				}
				inside := int64(0)
				for _, one := range in.Rows {
					inside += minors(one.Amount)
				}
				if inside != minors(row.Amount) {
					r.Fatalf("the accounts of %s contribute %d of %d", row.Key, inside, minors(row.Amount))
				}
			}
			if sum != whole.Counted || amount != amountsOf(whole.Parts)["contribution"] {
				r.Fatalf("by %s the groups are %+v with %d, all are %+v", by, sum, amount, whole.Counted)
			}
		}
	})
}

func minors(amount *int64) int64 {
	if amount == nil {
		return 0
	}
	return *amount
}

// trading is an account that bought for 1,000 yuan at 600.
func trading(accounts []Account) (months []Month) {
	for _, a := range accounts {
		months = append(months, Month{Account: a.ID, Number: may2026, Sales: 1000_00, Cost: 600_00, Orders: 1, Lines: 1, First: 1, Last: 1})
	}
	return months
}

// A company stands below the topmost one that the viewer sees: of one that he does
// not see he learns neither its name nor who else belongs to it.
func TestASubsidiaryNeverOpensItsParent(t *testing.T) {
	all := crew(4)
	for i, name := range []string{"集团", "子公司甲", "子公司乙", "孙公司"} {
		all[i].Name = name
	}
	all[1].Parent, all[2].Parent, all[3].Parent = all[0].ID, all[0].ID, all[2].ID
	for name, tt := range map[string]struct {
		sees []int32
		want map[string]int
	}{
		"who sees all":            {[]int32{0, 1, 2, 3}, map[string]int{"集团": 4}},
		"who sees the two below":  {[]int32{1, 2}, map[string]int{"子公司甲": 1, "子公司乙": 1}},
		"who sees one and below":  {[]int32{2, 3}, map[string]int{"子公司乙": 2}},
		"who sees both ends only": {[]int32{0, 3}, map[string]int{"集团": 1, "孙公司": 1}},
	} {
		t.Run(name, func(t *testing.T) {
			v := viewOf(all, trading(all), nil, nil)
			sight := NewMask(v.Len())
			for _, row := range tt.sees {
				sight.Set(row)
			}
			v.mask = sight
			g := groupedBy(v, ByFamily, sight)
			got, err := g.Grouped(ByFamily, g.partition, Order{By: "name", Up: true})
			if err != nil || len(got.Rows) != len(tt.want) {
				t.Fatalf("%+v, %v", got.Rows, err)
			}
			for _, row := range got.Rows {
				if tt.want[row.Name] != row.Count {
					t.Errorf("%s has %d", row.Name, row.Count)
				}
			}
		})
	}
}

// A circle of owners, which nobody can enter but a broken import, ends.
func TestACircleOfOwnersEnds(t *testing.T) {
	all := crew(2)
	all[0].Parent, all[1].Parent = all[1].ID, all[0].ID
	v := viewOf(all, trading(all), nil, nil)
	if p, err := v.partition(ByFamily, v.mask); err != nil || len(p.portions) == 0 {
		t.Error(p, err)
	}
}

// More groups than are listed are told together.
func TestManyGroupsHaveARest(t *testing.T) {
	all := crew(mostGroups + 50)
	v := viewOf(all, trading(all), nil, nil)
	g := groupedBy(v, ByFamily, v.mask)
	got, err := g.Grouped(ByFamily, g.partition, Order{})
	if err != nil || len(got.Rows) != mostGroups || got.More != 50 || got.Rest == nil || got.Rest.Count != 50 || *got.Rest.Amount != 50*400_00 {
		t.Errorf("%d rows, %d more, rest %+v, %v", len(got.Rows), got.More, got.Rest, err)
	}
	page, err := g.Inside(got.Rows[0].Key, g.partition, Order{}, 1, 10)
	if err != nil || len(page.Rows) != 0 || page.Next != 0 {
		t.Errorf("beyond the end %+v, %v", page, err)
	}
	for _, bad := range []Order{{By: "margin"}} {
		if _, err := g.Grouped(ByFamily, g.partition, bad); err == nil {
			t.Errorf("sorted by %s", bad.By)
		}
	}
	if _, err := g.Inside("nobody", g.partition, Order{}, 0, 10); err == nil {
		t.Error("a group that is not there")
	}
}

// Who bought nothing and was served all the same is a loss; who was left alone is
// not spoken of.
func TestWhoBoughtNothingAndWasServedIsALoss(t *testing.T) {
	all := crew(2)
	freight, _ := inMoney("freight")
	v := viewOf(all, nil, []Spent{{all[0].ID, may2026, freight, 70_00}}, nil)
	c := v.Contribution()
	if c.Count != 1 || c.Losses != 1 || amountsOf(c.Parts)["contribution"] != -70_00 || amountsOf(v.Balance(0).Parts)["contribution"] != -70_00 {
		t.Errorf("%+v", c)
	}
}

// Credit cost that was recorded counts where no invoices tell it, and never twice.
func TestRecordedCreditCostNeverCountsTwice(t *testing.T) {
	all := crew(2)
	within, _ := inMoney("credit_within")
	overdue, _ := inMoney("credit_overdue")
	day := kernel.On(2025, 7, 1).Ordinal()
	claims := NewClaims([]kernel.ID{all[0].ID}, [][]Claim{{{Issued: day, Amount: 100_000_00, Settled: day + 365}}}, 0)
	spent := []Spent{{all[0].ID, may2026, within, 50_00}, {all[1].ID, may2026, within, 30_00}, {all[1].ID, may2026, overdue, 20_00}}
	v := viewOf(all, trading(all), spent, claims)
	told, recorded := v.Balance(0), v.Balance(1)
	if got := amountsOf(told.Parts); got["credit_within"] != -6_000_00 || told.Aside == nil || *told.Aside != 50_00 {
		t.Errorf("whose invoices tell it: %v, aside %v", got, told.Aside)
	}
	if got := amountsOf(recorded.Parts); got["credit_within"] != -30_00 || got["credit_overdue"] != -20_00 || got["contribution"] != 350_00 || recorded.Aside != nil {
		t.Errorf("whose invoices nobody has: %v, aside %v", got, recorded.Aside)
	}
	if c := v.Contribution(); amountsOf(c.Parts)["contribution"] != 400_00-6_000_00+350_00 {
		t.Errorf("together %v", amountsOf(c.Parts))
	}
}

// A cost of goods that is known in part is said to be.
func TestGoodsOfWhichOnlyPartHasACost(t *testing.T) {
	all := crew(2)
	months := trading(all)
	months[1].Open = true
	c := viewOf(all, months, nil, nil).Contribution()
	if c.Partly != 1 || c.Count != 2 {
		t.Errorf("%+v", c.Counted)
	}
}
