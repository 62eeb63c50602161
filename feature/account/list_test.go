package account

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
)

// ledger is a Ranker of a test: figures by account, ranked by sales.
type ledger struct {
	all     []Figures
	loading bool
}

func (l ledger) AsOf(context.Context) (kernel.Date, error) { return kernel.On(2026, 6, 30), nil }

func (l ledger) Figures(_ context.Context, ids []kernel.ID) (found []Figures, err error) {
	for _, f := range l.all {
		if slices.Contains(ids, f.Account) {
			found = append(found, f)
		}
	}
	return found, nil
}

func (l ledger) Ready() bool { return !l.loading }

func (l ledger) Rank(_ context.Context, r Ranking) (ids []kernel.ID, known bool, err error) {
	if r.By == ByName {
		return nil, false, nil
	}
	sorted := slices.Clone(l.all)
	slices.SortFunc(sorted, func(a, b Figures) int { return cmp.Compare(a.Sales, b.Sales) })
	if r.Desc {
		slices.Reverse(sorted)
	}
	if i := slices.IndexFunc(sorted, func(f Figures) bool { return f.Account == r.After }); i >= 0 {
		sorted = sorted[i+1:]
	}
	for _, f := range sorted {
		if len(ids) < r.Limit && (r.Among == nil || slices.Contains(r.Among, f.Account)) && (r.Keep == nil || r.Keep(f)) {
			ids = append(ids, f.Account)
		}
	}
	return ids, true, nil
}

// market is five accounts with figures.
func market(s *apptest.Stage) *Service {
	service := New(s.Kit)
	all := []Account{
		{Code: "5", Name: "阿里", Region: "华东", Industry: "电商", Employees: n(350), Revenue: n(15_000_000_00)},
		{Code: "4", Name: "百度", Region: "华北", Industry: "软件", Status: Suspended},
		{Code: "3", Name: "长虹", Region: "西南", Industry: "家电", Employees: n(1000), Revenue: n(400_000_000_00)},
		{Code: "2", Name: "大华", Region: "华东", Industry: "安防"},
		{Code: "1", Name: "恩智", Region: "华东", Industry: "软件"},
	}
	must(s, service.Open(s.As("rep"), all...))
	figures := ledger{}
	for i, order := range []kernel.Date{kernel.On(2026, 2, 1), kernel.On(2024, 6, 1), kernel.On(2022, 1, 1)} {
		figures.all = append(figures.all, Figures{Account: all[i].ID, Sales: int64(1000 - 10*i), ABC: "A", FirstOrder: order, LastOrder: order})
	}
	figures.all[2].LastOrder = kernel.On(2026, 6, 1)
	figures.all[2].ABC = "B"
	service.RankBy(figures)
	return service
}

func called(rows []Row) string {
	all := make([]string, len(rows))
	for i, r := range rows {
		all[i] = r.Name
	}
	return strings.Join(all, " ")
}

func TestListOrdersAndFilters(t *testing.T) {
	tests := map[string]struct {
		filter Filter
		want   string
	}{
		"by name":                            {Filter{}, "阿里 百度 长虹 大华 恩智"},
		"by name, backwards":                 {Filter{Sort: ByName, Desc: true}, "恩智 大华 长虹 百度 阿里"},
		"by code":                            {Filter{Sort: ByCode}, "恩智 大华 长虹 百度 阿里"},
		"by region, then name":               {Filter{Sort: ByRegion}, "阿里 大华 恩智 百度 长虹"},
		"by industry":                        {Filter{Sort: ByIndustry}, "大华 长虹 阿里 百度 恩智"},
		"by status":                          {Filter{Sort: ByStatus}, "阿里 长虹 大华 恩智 百度"},
		"by owner":                           {Filter{Sort: ByOwner}, "阿里 百度 长虹 大华 恩智"},
		"by sales, the best first":           {Filter{Sort: BySales, Desc: true}, "阿里 百度 长虹"},
		"of a region":                        {Filter{Region: "华东"}, "阿里 大华 恩智"},
		"of an industry and a status":        {Filter{Industry: "软件", Status: Active}, "恩智"},
		"by sales, of a status":              {Filter{Sort: BySales, Desc: true, Status: Suspended}, "百度"},
		"of a size (M21)":                    {Filter{Size: "small"}, "阿里"},
		"of another size":                    {Filter{Size: "large"}, "长虹"},
		"of a stage (M20): never ordered":    {Filter{Stage: "potential"}, "大华 恩智"},
		"of a stage: new":                    {Filter{Stage: "new"}, "阿里"},
		"of a stage: lost":                   {Filter{Stage: "lost"}, "百度"},
		"of a stage: old":                    {Filter{Stage: "old", Sort: BySales}, "长虹"},
		"of a class":                         {Filter{Class: "A", Sort: BySales, Desc: true}, "阿里 百度"},
		"without a class":                    {Filter{Class: "none"}, "大华 恩智"},
		"found by initials, of one industry": {Filter{Search: "bd", Industry: "软件"}, "百度"},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := market(s)
		for name, tt := range tests {
			for _, limit := range []int{1, 2, 10} {
				if got := walk(s, service, tt.filter, limit); got != tt.want {
					s.Errorf("%s, %d a page: %s, want %s", name, limit, got, tt.want)
				}
			}
			count, err := service.Count(s.As("rep"), tt.filter)
			if want := len(strings.Fields(tt.want)); err != nil || !(Filter{Sort: tt.filter.Sort}).ranked() && count.Accounts != want || count.Capped {
				s.Errorf("%s: counted %+v, %v, want %d", name, count, err, want)
			}
		}
	})
}

// walk goes through all pages.
func walk(s *apptest.Stage, service *Service, f Filter, limit int) string {
	var all []Row
	for f.Limit = limit; ; {
		page, err := service.List(s.As("rep"), f)
		must(s, err)
		all = append(all, page.Rows...)
		if f.After = page.Next; f.After.IsZero() {
			return called(all)
		}
	}
}

func TestByOwnerGoesByTheirNames(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		open(s, "rep", "甲", "乙")
		open(s, "manager", "丙")
		open(s, "director", "丁")
		var all []string
		for f := (Filter{Sort: ByOwner, Limit: 1}); ; {
			page, err := New(s.Kit).List(s.As("director"), f)
			must(s, err)
			for _, r := range page.Rows {
				all = append(all, r.OwnerName+" "+r.Name)
			}
			if f.After = page.Next; f.After.IsZero() {
				break
			}
		}
		if got := strings.Join(all, ", "); got != "director 丁, manager 丙, rep 甲, rep 乙" {
			s.Errorf("by owner: %s", got)
		}
	})
}

func TestCountIsCapped(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		open(s, "rep", slices.Repeat([]string{"很多"}, counts+1)...)
		for _, f := range []Filter{{}, {Stage: "potential"}} {
			got, err := New(s.Kit).Count(s.As("rep"), f)
			if err != nil || got != (Count{counts, true}) {
				s.Errorf("%+v: %+v, %v, want 1,000+", f, got, err)
			}
		}
	})
}

func TestFacets(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := market(s)
		all, err := service.Facets(s.As("rep"))
		must(s, err)
		if !slices.Contains(all, Facet{"region", "华东", 3}) || !slices.Contains(all, Facet{"status", Suspended, 1}) {
			s.Errorf("%+v", all)
		}
		if hers, err := service.Facets(s.As("other")); err != nil || len(hers) != 0 {
			s.Errorf("values of accounts out of sight: %+v, %v", hers, err)
		}
	})
}

// M54: 40 leads, 6 won, cost 12,000 are 15.0 %, 300 a lead, 2,000 a customer.
func TestM54(t *testing.T) {
	e := Effect{Leads: 40, Won: 6, Cost: 12_000_00}
	e.judge()
	if *e.Rate != 0.15 || *e.PerLead != 300_00 || *e.PerCustomer != 2_000_00 {
		t.Errorf("%v of the leads won, %d a lead, %d a customer", *e.Rate, *e.PerLead, *e.PerCustomer)
	}
	nothing := Effect{Cost: 100}
	if nothing.judge(); nothing.Rate != nil || nothing.PerLead != nil || nothing.PerCustomer != nil {
		t.Errorf("of no leads: %+v", nothing)
	}
}

func TestEffectiveness(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		first := []Account{{Code: "R", Name: "介绍人"}}
		must(s, service.Open(s.As("rep"), first...))
		all := make([]Account, 4)
		for i := range all {
			all[i] = Account{Code: fmt.Sprint(i), Name: fmt.Sprint("客户", i), Source: "fair", Referrer: first[0].ID}
		}
		must(s, service.Open(s.As("rep"), all...))
		service.RankBy(ledger{all: []Figures{{Account: all[0].ID, Sales: 700, FirstOrder: kernel.On(2026, 1, 1)}}})
		for _, amount := range []int64{1000, 1000} {
			_, err := service.Spend(s.As("rep"), Spending{Source: "fair", On: kernel.On(2026, 1, 1), Amount: amount})
			must(s, err)
		}
		got, err := service.Effectiveness(s.As("rep"))
		must(s, err)
		i := slices.IndexFunc(got.Sources, func(e Effect) bool { return e.Source == "fair" })
		if e := got.Sources[i]; e.Leads != 4 || e.Won != 1 || e.Cost != 2000 || *e.PerLead != 500 || len(got.Sources) != len(sources) {
			s.Errorf("the fair: %+v", e)
		}
		if len(got.Referrers) != 1 || got.Referrers[0] != (Referral{first[0].ID, "介绍人", 4, 1, 700}) {
			s.Errorf("who refers: %+v", got.Referrers)
		}
		_, err = service.Spend(s.As("rep"), Spending{Source: "rumour", On: kernel.On(2026, 1, 1), Amount: 1})
		wantKey(s.T, err, "account.bad_source")
	})
}
