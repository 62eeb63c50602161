package portfolio

import (
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"erba/kernel"
)

// The wholesaler's ledger of 2009–2010, read past the import, has the classes
// that other tools found in it.
func TestARealLedger(t *testing.T) {
	c := wholesaler(t)
	for returns, want := range map[Returns][4]int{Ignore: {1176, 1424, 1712, 0}, Net: {1183, 1414, 1680, 106}} {
		ask := Ask{All: true, Returns: returns}.settled(c.Until)
		e := evaluate(ask, Setting{Version: initial, Config: Default()}, c, (&Judgements{}).beside(c), nil, nil)
		v := e.view(Filter{}, nil, nil)
		p := v.Pareto()
		if got := [4]int{p.Bands[0].Count, p.Bands[1].Count, p.Bands[2].Count, p.Excluded}; got != want {
			t.Errorf("%s: A, B, C and apart are %v, want %v", returns, got, want)
		}
		if returns == Net {
			continue
		}
		r, err := v.Register("", Page{Limit: 10})
		if err != nil || r.Count != 216 || r.Rules[5].Count != 216 || r.Rules[0].Count != 0 {
			t.Errorf("%v: %d key accounts, by rule %+v", err, r.Count, r.Rules)
		}
		if g, q := v.Grid(), v.Pyramid(); g.Tray.Count != c.Len() || q.Tray.Count != c.Len() {
			t.Errorf("in the trays: %d, %d of %d", g.Tray.Count, q.Tray.Count, c.Len())
		}
	}
}

// wholesaler rolls the file up into columns.
func wholesaler(t *testing.T) *Columns {
	folder := os.Getenv("ERBA_TESTDATA")
	if folder == "" {
		folder = "../../../shared/data"
	}
	file, err := os.Open(filepath.Join(folder, "online_retail_2009_2010", "online_retail_2009_2010.csv.gz"))
	if err != nil {
		t.Skip("the retail data is not there: ", err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	rows := csv.NewReader(unpacked)
	rows.ReuseRecord = true
	ids, months, until := map[string]kernel.ID{}, map[kernel.ID]map[int32]*Month{}, kernel.Date{}
	var accounts []Account
	for {
		row, err := rows.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		code := row[6]
		if code == "" || code == "Customer ID" {
			continue
		}
		if ids[code].IsZero() {
			ids[code] = kernel.NewID()
			accounts, months[ids[code]] = append(accounts, Account{ID: ids[code], Code: code}), map[int32]*Month{}
		}
		if on := rollUp(t, months[ids[code]], ids[code], row); on.Compare(until) > 0 {
			until = on
		}
	}
	var all []Month
	for _, a := range accounts {
		own := []Month{}
		for _, m := range months[a.ID] {
			own = append(own, *m)
		}
		slices.SortFunc(own, func(a, b Month) int { return cmp.Compare(a.Number, b.Number) })
		all = append(all, own...)
	}
	c := (&Columns{}).With(accounts, all)
	c.Until = until
	return c
}

func rollUp(t *testing.T, months map[int32]*Month, account kernel.ID, row []string) (on kernel.Date) {
	if err := on.UnmarshalText([]byte(row[4][:10])); err != nil {
		t.Fatal(err)
	}
	quantity, err := kernel.ParseDecimal(row[3])
	if err != nil {
		t.Fatal(err)
	}
	price, err := kernel.ParseDecimal(row[5])
	if err != nil {
		t.Fatal(err)
	}
	amount, err := kernel.Amount(quantity, price)
	if err != nil {
		t.Fatal(err)
	}
	m := months[numberOf(on)]
	if m == nil {
		m = &Month{Account: account, Number: numberOf(on)}
		months[numberOf(on)] = m
	}
	m.take(line{on: on, amount: amount, isReturn: quantity.Sign() <= 0 || price.Sign() <= 0})
	return on
}

// The wholesaler tells no cost of goods: nobody of his customers has a
// contribution, no group a profit, and none a margin of 100 %; their sales are
// said, to the penny.
func TestARealLedgerWithoutCostsHasNoContribution(t *testing.T) {
	c := wholesaler(t)
	e := evaluate(Ask{AsOf: kernel.On(2010, 11, 30)}.settled(c.Until), Setting{Version: initial, Config: Default()}, c, (&Judgements{}).beside(c), nil, nil)
	v := e.view(Filter{}, nil, nil)
	sales, unknown := int64(0), 0
	for row := range int32(c.Len()) {
		own := int64(0)
		for _, m := range c.blocks[row/span].of(int(row%span), c.accounts[row].ID) {
			if m.Number >= 12*2009+11 && m.Number <= 12*2010+10 {
				own += m.Sales + m.Returns
			}
		}
		if sales += own; own != 0 {
			unknown++
		}
		if got := amountsOf(v.Balance(row).Parts); len(got) != 1 || got["sales"] != own {
			t.Fatalf("account %d: %v, sales are %d", row, got, own)
		}
	}
	got := v.Contribution()
	if got.Count != 0 || got.Unknown != unknown || got.Open != sales || len(amountsOf(got.Parts)) != 0 || unknown < 4_000 {
		t.Errorf("%+v, want %d accounts with %d", got.Counted, unknown, sales)
	}
	g := groupedBy(v, ByRegion, v.mask)
	all, err := g.Grouped(ByRegion, g.partition, Order{})
	if err != nil || len(all.Rows) == 0 {
		t.Fatalf("%+v, %v", all.Rows, err)
	}
	for _, row := range all.Rows {
		if row.Sums != (Sums{}) {
			t.Errorf("a group has %+v", row.Sums)
		}
	}
}
