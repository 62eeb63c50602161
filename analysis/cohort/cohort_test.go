package cohort

import (
	"math"
	"reflect"
	"testing"

	"erba/kernel"
	"pgregory.net/rapid"
)

func TestM90(t *testing.T) {
	known := func(value float64, ok bool) float64 {
		if !ok {
			return math.NaN()
		}
		return value
	}
	sure := func(value float64, err error) float64 { return known(value, err == nil) }
	p, m := Period{Start: 120, End: 130, New: 22}, Margin{50_000, 0.85, 0.10}
	for name, tt := range map[string]struct{ got, want float64 }{
		"retention":                 {known(p.Retention()), 0.90},
		"churn":                     {known(p.Churn()), 0.10},
		"repeat rate":               {known(Repeat(150, 96)), 0.64},
		"average order value":       {known(Average(2_000_000, 800)), 2_500},
		"lifetime value":            {sure(m.Lifetime()), 170_000},
		"five years, the whole sum": {sure(m.Years(5)), 123_163.96},
	} {
		if !(math.Abs(tt.got-tt.want) < 0.005) {
			t.Errorf("%s is %v, want %v", name, tt.got, tt.want)
		}
	}
	if _, ok := (Period{}).Retention(); ok {
		t.Error("retention of nobody is known")
	}
	if _, err := (Margin{1, 1.2, 0.1}).Lifetime(); err == nil {
		t.Error("a customer is worth infinitely much")
	}
}

func TestCohortsAndMonths(t *testing.T) {
	jan := MonthOf(kernel.On(2026, 1, 31))
	got := Make([]Order{{1, jan, 5}, {1, jan, 7}, {1, jan + 2, 1}, {2, jan, 1}, {2, jan + 1, 1}, {3, jan + 2, 9}})
	want := Table{
		Cohorts: []Cohort{
			{jan, 2, []int{2, 1, 1}, []int{3, 1, 1}, []int64{13, 1, 1}},
			{jan + 2, 1, []int{1}, []int{1}, []int64{9}},
		},
		Months: []Activity{
			{jan, 2, 2, 0, 0, 0, 3, 13},
			{jan + 1, 1, 0, 1, 0, 1, 1, 1},
			{jan + 2, 2, 1, 0, 1, 1, 2, 10},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if jan.String() != "2026-01" {
		t.Errorf("the month reads %s", jan)
	}
}

func TestNobodyIsCountedTwiceOrForgotten(t *testing.T) {
	order := rapid.Custom(func(t *rapid.T) Order {
		return Order{rapid.Int32Range(1, 12).Draw(t, "customer"), Month(rapid.Int32Range(100, 115).Draw(t, "month")), 1}
	})
	rapid.Check(t, func(t *rapid.T) {
		orders := rapid.SliceOfN(order, 1, 80).Draw(t, "orders")
		table, customers, size, sum := Make(orders), map[int32]bool{}, 0, int64(0)
		for _, o := range orders {
			customers[o.Customer] = true
		}
		for _, c := range table.Cohorts {
			size += c.Size
		}
		for i, a := range table.Months {
			sum += a.Amount
			if a.Active != a.New+a.Retained+a.Reactivated {
				t.Fatalf("%+v", a)
			}
			if i > 0 && table.Months[i-1].Active != a.Retained+a.Lost {
				t.Fatalf("%+v after %+v", a, table.Months[i-1])
			}
		}
		if size != len(customers) || sum != int64(len(orders)) {
			t.Fatalf("%d of %d customers, %d of %d orders", size, len(customers), sum, len(orders))
		}
	})
}
