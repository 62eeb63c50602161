package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

var costs = &table[Cost]{
	name:    "costs",
	columns: []string{"number", "occurrence", "spent_on", "month", "kind", "person", "hours", "amount", "note", "currency", "original"},
	account: func(c *Cost) *kernel.ID { return &c.Account },
	key:     (*Cost).key,
	again:   func(c *Cost) *int64 { return &c.Occurrence },
	id:      func(c *Cost) *int64 { return &c.id },
	put: func(c *Cost, a []any) {
		a[0], a[1], a[2], a[3], a[4], a[5] = c.Number, c.Occurrence, c.On, int64(MonthOf(c.On)), c.Kind, c.Person
		a[6], a[7], a[8] = c.Hours.Micro(), c.Amount, c.Note
		a[9], a[10] = foreign(c.Currency, c.Original)
	},
	into: func(c *Cost) []any {
		return []any{&c.Number, &c.Occurrence, &c.On, new(int64), &c.Kind, &c.Person, &c.Hours, &c.Amount, &c.Note,
			word{&c.Currency}, perhaps{nil, &c.Original}}
	},
	alike: (*Cost).alike,
	same:  (*Cost).same,
}

// sumCosts derives the months of some accounts from their entries that count.
// The system reads them.
func sumCosts(tx *db.Tx, accounts []kernel.ID, hidden []kernel.ID) ([]CostMonth, error) {
	return db.List[CostMonth](tx, `SELECT l.account_id, l.month, 0 AS revision, l.kind, l.person,
			CAST(sum(l.hours) AS BIGINT) AS hours, CAST(sum(l.amount) AS BIGINT) AS amount, count(*) AS entries
		FROM costs l WHERE ? AND ? AND ? GROUP BY l.account_id, l.month, l.kind, l.person
		ORDER BY l.account_id, l.month, l.kind, l.person`, db.In("l.account_id", accounts...), live(hidden), tx.Visible("l.account_id"))
}

const costColumns = `m.account_id, m.month, m.revision, m.kind, m.person, m.hours, m.amount, m.entries`

// costVersions returns all versions of the months of some accounts up to a
// revision, the oldest first.
func costVersions(tx *db.Tx, accounts []kernel.ID, revision int64) ([]CostMonth, error) {
	return db.List[CostMonth](tx, `SELECT `+costColumns+` FROM cost_months m WHERE ? AND m.revision <= ? AND ?
		ORDER BY m.account_id, m.month, m.revision, m.kind, m.person`, db.In("m.account_id", accounts...), revision, tx.Visible("m.account_id"))
}

// eachCostMonth calls take for the rows of costColumns that a query finds.
func eachCostMonth(tx *db.Tx, take func(CostMonth) error, query string, args ...any) error {
	row := newCells(8)
	var m CostMonth
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(row.into...); err != nil {
			return err
		}
		if err := m.Account.Scan(row.at[0]); err != nil {
			return err
		}
		m.Month, m.Revision = Month(row.int(1)), row.int(2)
		m.Kind, _ = row.at[3].(string)
		m.Person, _ = row.at[4].(string)
		m.Hours, m.Amount, m.Entries = kernel.Micro(row.int(5)), row.int(6), row.int(7)
		return take(m)
	}, query, args...)
}

// streamCosts calls take for the current rows of the accounts that changed after
// a revision, of all after 0.
func streamCosts(tx *db.Tx, since, revision int64, take func(*CostMonth) error) error {
	var month []CostMonth // all versions of it so far
	hand := func() error {
		for i := range month {
			if month[i].Revision == month[len(month)-1].Revision {
				if err := take(&month[i]); err != nil {
					return err
				}
			}
		}
		month = month[:0]
		return nil
	}
	next := func(m CostMonth) (err error) {
		if len(month) > 0 && (month[0].Account != m.Account || month[0].Month != m.Month) {
			err = hand()
		}
		month = append(month, m)
		return err
	}
	err := eachPortion(tx, since, func(who db.Cond) error {
		return eachCostMonth(tx, next, `SELECT `+costColumns+` FROM cost_months m WHERE m.revision <= ? AND ? AND ?
			ORDER BY m.account_id, m.month, m.revision, m.kind, m.person`, revision, who, tx.Visible("m.account_id"))
	})
	if err == nil {
		err = hand()
	}
	return err
}

// addCostMonths writes rows of the next revision.
func addCostMonths(tx *db.Tx, revision int64, months []CostMonth) error {
	return tx.Bulk("cost_months", []string{"account_id", "month", "revision", "kind", "person", "hours", "amount", "entries"}, len(months), func(i int, args []any) {
		m := &months[i]
		args[0], args[1], args[2], args[3], args[4] = m.Account.Int(), int64(m.Month), revision, m.Kind, m.Person
		args[5], args[6], args[7] = m.Hours.Micro(), m.Amount, m.Entries
	})
}

// dropSupersededCosts deletes versions below the current one of these accounts.
func dropSupersededCosts(tx *db.Tx, revision int64, accounts []kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM cost_months AS o WHERE ? AND EXISTS (SELECT 1 FROM cost_months n
		WHERE n.account_id = o.account_id AND n.month = o.month AND n.revision > o.revision AND n.revision <= ?) AND ?`,
		db.In("account_id", accounts...), revision, tx.Visible("account_id"))
	return err
}

// pageOfCosts returns entries of an account, the latest first.
func pageOfCosts(tx *db.Tx, account kernel.ID, on kernel.Date, id int64, hidden []kernel.ID, limit int) ([]CostRow, error) {
	return db.List[CostRow](tx, `
		SELECT l.id, l.number, l.spent_on, l.kind, l.person, l.hours, l.amount, l.note, b.source, b.file
		FROM costs l JOIN batches b ON b.id = l.batch_id WHERE l.account_id = ? AND ? AND ? AND ?
		ORDER BY l.spent_on DESC, l.id DESC LIMIT ?`, account,
		db.If(!on.IsZero(), "(l.spent_on, l.id) < (?, ?)", on, id), live(hidden), tx.Visible("l.account_id"), limit)
}

// costedAfter are the next accounts with entries or with a roll-up of them.
func costedAfter(tx *db.Tx, after kernel.ID, limit int) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT l.account_id FROM costs l WHERE ? AND ?
		UNION SELECT m.account_id FROM cost_months m WHERE ? AND ? ORDER BY 1 LIMIT ?`,
		db.If(!after.IsZero(), "l.account_id > ?", after), tx.Visible("l.account_id"),
		db.If(!after.IsZero(), "m.account_id > ?", after), tx.Visible("m.account_id"), limit)
}
