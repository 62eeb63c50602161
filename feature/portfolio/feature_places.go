package portfolio

import (
	"fmt"

	"erba/analysis/grid"
	"erba/analysis/pyramid"
	"erba/analysis/quadrant"
	"erba/analysis/size"
	phase "erba/analysis/stage"
	"erba/kernel"
)

// yuan is one in minor units.
const yuan = 100

// placeInput is what a customer buys from us a year, what he needs in all, and
// how strong his influence is, in yuan and points.
type placeInput struct {
	Sales     int64 `json:"sales"`
	Demand    int64 `json:"demand"`
	Influence uint8 `json:"influence,omitempty"`
	Approved  bool  `json:"approved,omitempty"`
}

type placeResult struct {
	Cell   string `json:"cell"`
	Class  string `json:"class"`
	Status string `json:"status"`
	VIP    bool   `json:"vip"`
}

var (
	gridInput = []placeInput{{80_000, 2_500_000, 0, false}, {300_000, 2_000_000, 0, false}, {0, 0, 0, false},
		{600_000, 400_000, 0, false}, {0, 0, 5, true}}
	gridWant = []placeResult{{"(1,4)", "A", "published", false}, {"(2,4)", "B", "published", false}, {"(0,0)", "C", "completed", false},
		{"(3,2)", "B", "conflict", false}, {"(0,0)", "C", "completed", true}}
)

func gridExample(in []placeInput) (all []placeResult, _ error) {
	cfg := grid.Default()
	for _, i := range in {
		p := cfg.Place(i.Sales*yuan, i.Demand*yuan)
		all = append(all, placeResult{fmt.Sprintf("(%d,%d)", p.X, p.Y), p.Class.String(), statuses[grid.OriginOf(p.X, p.Y)],
			cfg.VIP(i.Influence, i.Approved)})
	}
	return all, nil
}

// valuesIn are the two values of customers, with the cuts between low and high.
type valuesIn struct {
	Unit         string       `json:"unit"`
	CurrentCut   int64        `json:"current_cut"`
	PotentialCut int64        `json:"potential_cut"`
	Customers    []valueInput `json:"customers"`
}

type valueInput struct {
	ID        string `json:"id"`
	Current   int64  `json:"current"`
	Potential int64  `json:"potential"`
}

var (
	valuesInput = valuesIn{"万元", 100, 200, []valueInput{{"C01", 820, 150}, {"C02", 410, 500}, {"C04", 90, 600}, {"C09", 6, 10}}}

	quadrantWant = map[string]string{"C01": "II", "C02": "IV", "C04": "III", "C09": "I"}
	pyramidWant  = map[string]string{"C01": "NONNAMED", "C02": "MAJOR", "C04": "NAMED", "C09": "MASS"}
)

// types are those of the customers.
func (in valuesIn) types() map[string]quadrant.Type {
	cuts, all := quadrant.Cuts{Current: in.CurrentCut, Potential: in.PotentialCut}, map[string]quadrant.Type{}
	for _, c := range in.Customers {
		all[c.ID] = cuts.Type(c.Current, c.Current+c.Potential)
	}
	return all
}

func quadrantExample(in valuesIn) (map[string]string, error) {
	all := map[string]string{}
	for id, t := range in.types() {
		all[id] = typeNames[t]
	}
	return all, nil
}

func pyramidExample(in valuesIn) (map[string]string, error) {
	cfg, all := pyramid.Default(), map[string]string{}
	for id, t := range in.types() {
		all[id] = cfg.Tier(t, pyramid.Lift{}).String()
	}
	return all, nil
}

// ordersInput is when customers first and last ordered, as of a day.
type ordersInput struct {
	AsOf      kernel.Date `json:"as_of"`
	Customers []spanInput `json:"customers"`
}

type spanInput struct {
	First kernel.Date `json:"first_order"`
	Last  kernel.Date `json:"last_order"`
}

var (
	stageInput = ordersInput{kernel.On(2026, 6, 30), []spanInput{
		{kernel.On(2026, 2, 1), kernel.On(2026, 6, 1)}, {kernel.On(2024, 6, 1), kernel.On(2026, 5, 15)},
		{kernel.On(2022, 1, 1), kernel.On(2026, 6, 1)}, {kernel.On(2022, 1, 1), kernel.On(2025, 5, 1)}}}
	stageWant = []phase.Class{phase.New, phase.Stable, phase.Old, phase.Dormant}
)

func stageExample(in ordersInput) (all []phase.Class, _ error) {
	for _, c := range in.Customers {
		all = append(all, phase.Of(c.First, c.Last, in.AsOf, phase.Default()).Class)
	}
	return all, nil
}

// companyInput is a company's employees and its revenue in yuan.
type companyInput struct {
	Employees int64 `json:"employees"`
	Revenue   int64 `json:"revenue"`
}

var (
	sizeInput = companyInput{350, 15_000_000}
	sizeWant  = size.Small
)

func sizeExample(in companyInput) (size.Class, error) {
	revenue := in.Revenue * yuan
	return size.Of(&in.Employees, &revenue, size.Default()), nil
}
