package opportunity

import (
	"testing"

	"erba/feature/ledger"
	"erba/kernel"
)

// rate says what a dollar was worth from a day on.
func (g *ground) rate(since kernel.Date, rate string) {
	g.Helper()
	r, err := kernel.ParseDecimal(rate)
	g.must(err)
	g.must(g.Ledger.SetRates(g.As("director"), ledger.Rate{Currency: "USD", Since: since, Rate: r}))
}

// worth wants a deal to be worth so much in the base currency; 0: nobody knows.
func (g *ground) worth(sentence string, d Deal, want int64) {
	g.Helper()
	if now := g.deal("rep", d.ID); want == 0 && now.Amount != nil || want > 0 && (now.Amount == nil || *now.Amount != want) {
		g.Errorf("%s: %v, want %d", sentence, now.Amount, want)
	}
	sheet, err := g.Sheet(g.As("rep"), d.ID)
	g.must(err)
	if sheet.Unrated != (want == 0) {
		g.Errorf("%s: the page says %v", sentence, sheet.Unrated)
	}
}

func (g *ground) abroad(dollars int64) Deal {
	g.Helper()
	d, err := g.Open(g.As("rep"), Deal{Account: g.mine, Name: "出口备件", Currency: "USD", Original: new(dollars * 100), Amount: new(dollars * 100)})
	g.must(err)
	return d
}

func TestADealInAnotherCurrencyIsWorthWhatTheRateOfItsDaySays(t *testing.T) {
	on(t, func(g *ground) {
		first := g.abroad(1000)
		g.worth("without a rate nobody knows, and never one for one", first, 0)
		g.rate(kernel.On(2026, 1, 1), "7.1")
		n, err := g.Value(g.As("director"))
		if g.must(err); n != 1 {
			g.Errorf("%d were valued", n)
		}
		g.worth("once there is a rate", first, 710_000)
		g.rate(wednesday.Add(1), "7.3")
		g.day(wednesday.Add(3))
		d := g.deal("rep", first.ID)
		d.Name = "出口备件二期"
		d, err = g.Amend(g.As("rep"), d)
		g.must(err)
		g.worth("another name is no other day", d, 710_000)
		later := g.abroad(1000)
		g.worth("one that begins later", later, 730_000)
		d, err = g.Close(g.As("rep"), d.ID, d.Version, Outcome{State: Won, Reason: "fit", Lesson: "早见决策人", Evidence: "合同 HT-2026-081"})
		g.must(err)
		g.worth("by the rate of the day on which it is won", d, 730_000)
		d = g.deal("rep", later.ID)
		d.Currency, d.Amount, d.Original = "", new(int64(5_000)), nil
		d, err = g.Amend(g.As("rep"), d)
		g.must(err)
		g.worth("said in the base currency after all", d, 5_000)
	})
}
