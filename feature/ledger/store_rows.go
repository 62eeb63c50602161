package ledger

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// table is where rows of one kind are kept and how they get there and back.
type table[T any] struct {
	name    string
	columns []string // after account_id, id, batch_id
	account func(*T) *kernel.ID
	key     func(*T) uint64
	again   func(*T) *int64 // the occurrence
	id      func(*T) *int64
	put     func(*T, []any)
	into    func(*T) []any
	alike   func(a, b *T) bool // the same key
	same    func(a, b *T) bool // the same values
	inherit func(a, b *T)      // takes over from the row before what the new one cannot say
}

var lines = &table[Line]{
	name: "order_lines",
	columns: []string{"order_no", "line_no", "product", "occurrence", "ordered_on", "quantity", "price", "amount",
		"tax", "cost", "currency", "original", "end_account", "ship_to", "company"},
	account: func(l *Line) *kernel.ID { return &l.Account },
	key:     (*Line).key,
	again:   func(l *Line) *int64 { return &l.Occurrence },
	id:      func(l *Line) *int64 { return &l.id },
	put: func(l *Line, a []any) {
		a[0], a[1], a[2], a[3], a[4] = l.Order, l.Number, l.Product, l.Occurrence, l.On
		a[5], a[6], a[7], a[8], a[9] = l.Quantity.Micro(), l.Price.Micro(), l.Amount, l.Tax, known(l.Costed, l.Cost)
		a[10], a[11] = foreign(l.Currency, l.Original)
		a[12], a[13], a[14] = l.EndAccount, l.ShipTo, l.Company
	},
	into: func(l *Line) []any {
		return []any{&l.Order, &l.Number, &l.Product, &l.Occurrence, &l.On, &l.Quantity, &l.Price, &l.Amount,
			&l.Tax, perhaps{&l.Costed, &l.Cost}, word{&l.Currency}, perhaps{nil, &l.Original}, &l.EndAccount, &l.ShipTo, &l.Company}
	},
	alike: func(a, b *Line) bool {
		return a.Order == b.Order && a.Number == b.Number && (a.Number != "" || a.Product == b.Product)
	},
	same: func(a, b *Line) bool {
		return a.On == b.On && a.Product == b.Product && a.Quantity == b.Quantity && a.Price == b.Price &&
			a.Amount == b.Amount && a.Tax == b.Tax && (a.Blind || a.Cost == b.Cost && a.Costed == b.Costed) &&
			a.Currency == b.Currency && a.Original == b.Original &&
			a.EndAccount == b.EndAccount && a.ShipTo == b.ShipTo && a.Company == b.Company
	},
	inherit: func(a, b *Line) {
		if a.Blind {
			a.Cost, a.Costed = b.Cost, b.Costed
		}
	},
}

var invoices = &table[Invoice]{
	name:    "invoices",
	columns: []string{"number", "occurrence", "issued_on", "due_on", "settled_on", "amount", "currency", "original"},
	account: func(i *Invoice) *kernel.ID { return &i.Account },
	key:     func(i *Invoice) uint64 { return hash(i.Account, i.Number) },
	again:   func(i *Invoice) *int64 { return &i.Occurrence },
	id:      func(i *Invoice) *int64 { return &i.id },
	put: func(i *Invoice, a []any) {
		a[0], a[1], a[2], a[3], a[4], a[5] = i.Number, i.Occurrence, i.IssuedOn, i.DueOn, i.SettledOn, i.Amount
		a[6], a[7] = foreign(i.Currency, i.Original)
	},
	into: func(i *Invoice) []any {
		return []any{&i.Number, &i.Occurrence, &i.IssuedOn, &i.DueOn, &i.SettledOn, &i.Amount,
			word{&i.Currency}, perhaps{nil, &i.Original}}
	},
	alike: func(a, b *Invoice) bool { return a.Number == b.Number },
	same: func(a, b *Invoice) bool {
		return a.IssuedOn == b.IssuedOn && a.DueOn == b.DueOn && a.SettledOn == b.SettledOn &&
			a.Amount == b.Amount && a.Currency == b.Currency && a.Original == b.Original
	},
}

var receipts = &table[Receipt]{
	name: "receipts",
	columns: []string{"number", "occurrence", "received_on", "invoice_no", "amount", "currency", "original",
		"party", "method", "matures_on", "recourse", "accepted"},
	account: func(r *Receipt) *kernel.ID { return &r.Account },
	key:     func(r *Receipt) uint64 { return hash(r.Account, r.Number) },
	again:   func(r *Receipt) *int64 { return &r.Occurrence },
	id:      func(r *Receipt) *int64 { return &r.id },
	put: func(r *Receipt, a []any) {
		a[0], a[1], a[2], a[3], a[4] = r.Number, r.Occurrence, r.ReceivedOn, r.Invoice, r.Amount
		a[5], a[6] = foreign(r.Currency, r.Original)
		a[7], a[8], a[9], a[10], a[11] = r.Party, r.Method, r.Matures, r.Recourse, r.Accepted
	},
	into: func(r *Receipt) []any {
		return []any{&r.Number, &r.Occurrence, &r.ReceivedOn, &r.Invoice, &r.Amount,
			word{&r.Currency}, perhaps{nil, &r.Original}, &r.Party, &r.Method, &r.Matures, &r.Recourse, &r.Accepted}
	},
	alike: func(a, b *Receipt) bool { return a.Number == b.Number },
	same: func(a, b *Receipt) bool {
		return a.ReceivedOn == b.ReceivedOn && a.Invoice == b.Invoice && a.Amount == b.Amount &&
			a.Currency == b.Currency && a.Original == b.Original &&
			a.Party == b.Party && a.Method == b.Method && a.Matures == b.Matures && a.Recourse == b.Recourse && a.Accepted == b.Accepted
	},
}

// held is a row in the database with the batches that made and ended it.
type held[T any] struct {
	batch, ended kernel.ID
	row          T
}

// at finds the rows at the given places, whoever made them.
func (t *table[T]) at(tx *db.Tx, places []db.Pair) (map[db.Pair]held[T], error) {
	found := map[db.Pair]held[T]{}
	return found, tx.EachPair(places, func(cond db.Cond) error {
		return t.each(tx, func(h *held[T]) error {
			found[t.placeOf(&h.row)] = *h
			return nil
		}, cond, "")
	}, "account_id", "id")
}

// of finds all rows of one account, hidden and ended ones too.
func (t *table[T]) of(tx *db.Tx, account kernel.ID) (all []held[T], err error) {
	err = t.each(tx, func(h *held[T]) error {
		all = append(all, *h)
		return nil
	}, db.If(true, "account_id = ?", account), " ORDER BY id")
	return all, err
}

// each calls take with one row after the other, each time the same variable.
func (t *table[T]) each(tx *db.Tx, take func(*held[T]) error, where db.Cond, order string) error {
	var h held[T]
	into := append([]any{t.account(&h.row), t.id(&h.row), &h.batch, &h.ended}, t.into(&h.row)...)
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(into...); err != nil {
			return err
		}
		return take(&h)
	}, "SELECT "+t.selected()+" FROM "+t.name+" WHERE ? AND ?"+order, where, tx.Visible("account_id"))
}

func (t *table[T]) selected() (list string) {
	for _, c := range t.columns {
		list += ", " + c
	}
	return "account_id, id, batch_id, ended_by" + list
}

func (t *table[T]) placeOf(r *T) db.Pair { return db.Pair{t.account(r).Int(), *t.id(r)} }

// add books rows under a batch.
func (t *table[T]) add(tx *db.Tx, batch kernel.ID, rows []T) error {
	columns := append([]string{"account_id", "id", "batch_id"}, t.columns...)
	made := any(batch.Int())
	return tx.Bulk(t.name, columns, len(rows), func(i int, args []any) {
		r := &rows[i]
		args[0], args[1], args[2] = t.account(r).Int(), *t.id(r), made
		t.put(r, args[3:])
	})
}

// restore writes rows as they were held, at their present place.
func (t *table[T]) restore(tx *db.Tx, rows []held[T]) error {
	columns := append([]string{"account_id", "id", "batch_id", "ended_by"}, t.columns...)
	return tx.Bulk(t.name, columns, len(rows), func(i int, args []any) {
		h := &rows[i]
		args[0], args[1], args[2], args[3] = t.account(&h.row).Int(), *t.id(&h.row), h.batch.Int(), h.ended
		t.put(&h.row, args[4:])
	})
}

// end reverses the rows at the given places on behalf of a batch.
func (t *table[T]) end(tx *db.Tx, batch kernel.ID, places []db.Pair) error {
	return tx.EachPair(places, func(cond db.Cond) error {
		_, err := tx.Exec("UPDATE "+t.name+" SET ended_by = ? WHERE ? AND ?", batch, cond, tx.Visible("account_id"))
		return err
	}, "account_id", "id")
}

// drop deletes all rows of an account.
func (t *table[T]) drop(tx *db.Tx, account kernel.ID) error {
	_, err := tx.Exec("DELETE FROM "+t.name+" WHERE account_id = ? AND ?", account, tx.Visible("account_id"))
	return err
}

// unbook takes back what a batch did to some accounts.
func unbook(tx *db.Tx, kind string, batch kernel.ID, accounts []kernel.ID) error {
	name, some := tableOf(kind), db.In("account_id", accounts...)
	if _, err := tx.Exec("DELETE FROM "+name+" WHERE ? AND batch_id = ? AND ?", some, batch, tx.Visible("account_id")); err != nil {
		return err
	}
	_, err := tx.Exec("UPDATE "+name+" SET ended_by = NULL WHERE ? AND ended_by = ? AND ?", some, batch, tx.Visible("account_id"))
	return err
}

func tableOf(kind string) string {
	return map[string]string{Orders: lines.name, Invoices: invoices.name, Receipts: receipts.name, Costs: costs.name}[kind]
}

// live is the condition of rows that count, while some batches do not.
func live(hidden []kernel.ID) db.Cond {
	if len(hidden) == 0 {
		return db.If(true, "ended_by IS NULL")
	}
	return db.If(true, "NOT ? AND (ended_by IS NULL OR ?)", db.In("l.batch_id", hidden...), db.In("ended_by", hidden...))
}

// known is a number that may be missing.
func known(ok bool, n int64) any {
	if !ok {
		return nil
	}
	return n
}

// foreign is a sum in another currency than the base, nothing in the base itself.
func foreign(currency string, original int64) (any, any) {
	if currency == "" {
		return nil, nil
	}
	return currency, original
}

// perhaps scans a number that may be missing.
type perhaps struct {
	ok *bool
	n  *int64
}

// Scan loads it from either engine.
func (p perhaps) Scan(src any) error {
	n, ok := src.(int64)
	if *p.n = n; p.ok != nil {
		*p.ok = ok
	}
	return nil
}

// word scans a text that may be missing.
type word struct{ s *string }

// Scan loads it from either engine.
func (w word) Scan(src any) error {
	*w.s, _ = src.(string)
	return nil
}

// sorted returns rows by account, the way the table's key wants them, and where
// each was. They are wide, so their places are sorted first and each row is
// moved once.
func (t *table[T]) sorted(rows []T) (all []T, from []int) {
	type place struct {
		account kernel.ID
		row     int
	}
	places := make([]place, len(rows))
	for i := range rows {
		places[i] = place{*t.account(&rows[i]), i}
	}
	slices.SortStableFunc(places, func(a, b place) int { return a.account.Compare(b.account) })
	all, from = make([]T, len(rows)), make([]int, len(rows))
	for i, p := range places {
		all[i], from[i] = rows[p.row], p.row
	}
	return all, from
}
