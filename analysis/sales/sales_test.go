package sales

import (
	"math"
	"reflect"
	"testing"

	"erba/analysis/clv"
	"erba/kernel"
)

func line(customer, order string, day int, amount string) Line {
	a, err := kernel.ParseDecimal(amount)
	if err != nil {
		panic(err)
	}
	return Line{customer, order, kernel.On(2026, 1, day), a, a.Sign() > 0}
}

func book(t *testing.T, lines ...Line) *Book {
	var l Ledger
	for _, line := range lines {
		if err := l.Add(line); err != nil {
			t.Fatal(err)
		}
	}
	return l.Book()
}

func TestWhatAnOrderIs(t *testing.T) {
	tests := map[string]struct {
		lines   []Line
		orders  int
		revenue string
	}{
		"lines of one number are one order":           {[]Line{line("a", "1", 2, "0.005"), line("a", "1", 3, "0.006")}, 1, "0.011"},
		"the same number of another customer is not":  {[]Line{line("a", "1", 2, "1"), line("b", "1", 2, "1")}, 2, "2"},
		"a line without a number is one":              {[]Line{line("a", "", 2, "1"), line("a", "", 2, "1")}, 2, "2"},
		"a return alone is none, though it costs":     {[]Line{line("a", "1", 2, "5"), line("a", "2", 3, "-2")}, 1, "3"},
		"a return inside an order leaves it an order": {[]Line{line("a", "1", 2, "5"), line("a", "1", 2, "-7")}, 1, "-2"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			b := book(t, tt.lines...)
			if b.Counted != tt.orders || b.Revenue.String() != tt.revenue {
				t.Errorf("%d orders of %s", b.Counted, b.Revenue)
			}
		})
	}
}

func TestCustomersStandInTheOrderOfTheirText(t *testing.T) {
	b := book(t, line("b", "", 9, "1.004"), line("a", "", 5, "2"), line("b", "", 3, "1.002"), line("10", "", 4, "4"))
	if want := []string{"10", "a", "b"}; !reflect.DeepEqual(b.Customers, want) {
		t.Errorf("customers %v", b.Customers)
	}
	if want := []int64{400, 200, 201}; !reflect.DeepEqual(b.Amounts(), want) {
		t.Errorf("rounded once: %v", b.Amounts())
	}
	c := b.RFM(kernel.On(2026, 1, 10))
	if !reflect.DeepEqual(c.Recency, []int32{6, 5, 1}) || !reflect.DeepEqual(c.Orders, []int32{1, 1, 2}) {
		t.Errorf("columns %+v", c)
	}
	if b.Last() != kernel.On(2026, 1, 9) {
		t.Errorf("the last order was %s", b.Last())
	}
}

func TestOrdersOfOneDayAreOnePurchase(t *testing.T) {
	b := book(t, line("a", "1", 1, "10"), line("a", "2", 8, "20"), line("a", "3", 8, "4"), line("a", "4", 15, "6"),
		line("a", "5", 20, "-6"), line("a", "6", 30, "99"), line("z", "7", 30, "1"))
	got, rows := b.Histories(kernel.On(2026, 1, 22))
	want := clv.Customer{X: 2, Last: 2, Age: 3, Mean: 15}
	if len(got) != 1 || got[0] != want || rows[0] != 0 {
		t.Errorf("got %+v of %v, want %+v", got, rows, want)
	}
	if len(b.Cohorts()) != 6 {
		t.Errorf("%d orders in cohorts", len(b.Cohorts()))
	}
}

func TestSumsThatDoNotFitAreRefused(t *testing.T) {
	var l Ledger
	huge := Line{Customer: "a", Day: kernel.On(2026, 1, 1), Amount: kernel.Micro(math.MaxInt64)}
	if err := l.Add(huge); err != nil {
		t.Fatal(err)
	}
	if err := l.Add(huge); err == nil {
		t.Error("the sum wrapped round")
	}
}
