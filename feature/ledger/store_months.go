package ledger

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const soldColumns = `l.account_id, l.order_no, l.ordered_on, l.quantity, l.price, l.amount, l.cost`

// eachSold calls take for the lines that a query of soldColumns finds.
func eachSold(tx *db.Tx, take func(account kernel.ID, s sold) error, query string, args ...any) error {
	row := newCells(7)
	var number, day any // of the line before: those of an order mostly stand together
	var account kernel.ID
	var on kernel.Date
	var s sold
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(row.into...); err != nil {
			return err
		}
		if err := account.Scan(row.at[0]); err != nil {
			return err
		}
		if row.at[2] != day {
			if err := on.Scan(row.at[2]); err != nil {
				return err
			}
			s.day = on.Ordinal()
		}
		if row.at[1] != number || row.at[2] != day {
			text, _ := row.at[1].(string)
			s.order = orderKey(text, on)
		}
		number, day = row.at[1], row.at[2]
		s.positive = row.int(3) > 0 && row.int(4) > 0
		s.amount, s.cost, s.costed = row.int(5), row.int(6), row.at[6] != nil
		return take(account, s)
	}, query, args...)
}

// cells take the columns of a row as the driver has them: for results of
// millions of rows, where finding out what each column is made for costs most.
type cells struct{ at, into []any }

func newCells(n int) cells {
	c := cells{make([]any, n), make([]any, n)}
	for i := range c.at {
		c.into[i] = &c.at[i]
	}
	return c
}

// int is a cell's number, 0 for none.
func (c *cells) int(i int) int64 {
	n, _ := c.at[i].(int64)
	return n
}

// streamLines calls take for the lines of the accounts a batch touched that
// count while some batches do not, by account. The system reads them.
func streamLines(tx *db.Tx, batch kernel.ID, hidden []kernel.ID, take func(account kernel.ID, s sold) error) error {
	return eachSold(tx, take, `SELECT `+soldColumns+`
		FROM batch_accounts b JOIN order_lines l ON l.account_id = b.account_id
		WHERE b.batch_id = ? AND ? AND ? ORDER BY b.account_id`,
		batch, live(hidden), tx.Visible("l.account_id"))
}

// linesBetween is streamLines for the accounts after one and not after another.
func linesBetween(tx *db.Tx, after, upto kernel.ID, hidden []kernel.ID, take func(account kernel.ID, s sold) error) error {
	return eachSold(tx, take, `SELECT `+soldColumns+` FROM order_lines l
		WHERE ? AND ? AND ? AND ? ORDER BY l.account_id`, db.If(!after.IsZero(), "l.account_id > ?", after),
		db.If(!upto.IsZero(), "l.account_id <= ?", upto), live(hidden), tx.Visible("l.account_id"))
}

// linesOf are the lines of one account in some months.
func linesOf(tx *db.Tx, account kernel.ID, months []Month, hidden []kernel.ID) (all []sold, err error) {
	when := db.If(true, "1 = 0")
	for _, m := range months {
		when = db.If(true, "(? OR l.ordered_on BETWEEN ? AND ?)", when, m.Day(1), m.Last())
	}
	err = eachSold(tx, func(_ kernel.ID, s sold) error { all = append(all, s); return nil },
		`SELECT `+soldColumns+` FROM order_lines l WHERE l.account_id = ? AND ? AND ? AND ?`,
		account, when, live(hidden), tx.Visible("l.account_id"))
	return all, err
}

// linesIn calls take for every line between two days that counts, for the system.
func linesIn(tx *db.Tx, from, to kernel.Date, hidden []kernel.ID, take func(account kernel.ID, s sold) error) error {
	return eachSold(tx, take, `SELECT `+soldColumns+` FROM order_lines l
		WHERE l.ordered_on >= ? AND l.ordered_on <= ? AND ? AND ?`, from, to, live(hidden), tx.Visible("l.account_id"))
}

const monthColumns = `m.account_id, m.month, m.revision, m.sales, m.returns, m.cost, m.returns_cost, m.uncosted, m.lines,
	m.orders, m.first_day, m.last_day, m.carried`

// eachMonth calls take for the rows of monthColumns that a query finds.
func eachMonth(tx *db.Tx, take func(*AccountMonth) error, query string, args ...any) error {
	row := newCells(13)
	var m AccountMonth
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(row.into...); err != nil {
			return err
		}
		if err := m.Account.Scan(row.at[0]); err != nil {
			return err
		}
		m.Month, m.Revision = Month(row.int(1)), row.int(2)
		m.Sales, m.Returns, m.Cost, m.ReturnsCost = row.int(3), row.int(4), row.int(5), row.int(6)
		m.Uncosted, m.Lines, m.Orders = row.int(7), row.int(8), row.int(9)
		m.FirstDay, m.LastDay, m.Carried = row.int(10), row.int(11), row.int(12)
		return take(&m)
	}, query, args...)
}

// portion is how many accounts are looked up at a time. Asked for one account in
// twenty at once, PostgreSQL reads the whole table.
const portion = 1000

// eachPortion calls f with conditions that together hold for the rows of the
// accounts that changed after a revision, in their order; of all after 0.
func eachPortion(tx *db.Tx, since int64, f func(who db.Cond) error) error {
	if since == 0 {
		return f(db.If(false, ""))
	}
	changed, err := changedSince(tx, since)
	for some := range slices.Chunk(changed, portion) {
		if err == nil {
			err = f(db.In("m.account_id", some...))
		}
	}
	return err
}

// changedSince are the accounts that changed after a revision.
func changedSince(tx *db.Tx, since int64) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT DISTINCT a.account_id FROM ledger_revisions r
		JOIN batch_accounts a ON a.batch_id = r.batch_id WHERE r.revision > ? AND ? ORDER BY a.account_id`, since, tx.Visible("a.account_id"))
}

// streamMonths calls take for the current months of the accounts that changed
// after a revision, of all after 0. Rows of one month come oldest first, so the
// last of them is the current one.
func streamMonths(tx *db.Tx, since, revision int64, take func(*AccountMonth) error) error {
	var m AccountMonth
	next := func(next *AccountMonth) error {
		if m.Revision != 0 && (next.Account != m.Account || next.Month != m.Month) {
			if err := take(&m); err != nil {
				return err
			}
		}
		m = *next
		return nil
	}
	err := eachPortion(tx, since, func(who db.Cond) error {
		return eachMonth(tx, next, `SELECT `+monthColumns+` FROM account_months m
			WHERE m.revision <= ? AND ? AND ? ORDER BY m.account_id, m.month, m.revision`, revision, who, tx.Visible("m.account_id"))
	})
	if err == nil && m.Revision != 0 {
		err = take(&m)
	}
	return err
}

// monthsOf returns the versions of one account's months, or of those of the
// accounts after one and not after another, oldest first.
func monthsOf(tx *db.Tx, who db.Cond, revision int64) (all []AccountMonth, err error) {
	err = eachMonth(tx, func(m *AccountMonth) error { all = append(all, *m); return nil }, `SELECT `+monthColumns+` FROM account_months m WHERE ? AND m.revision <= ? AND ?
		ORDER BY m.account_id, m.month, m.revision`, who, revision, tx.Visible("m.account_id"))
	return all, err
}

// monthsBetween returns all versions of the months of those accounts of a
// batch that come after one and not after another, up to a revision.
func monthsBetween(tx *db.Tx, batch, after, upto kernel.ID, revision int64) (all []AccountMonth, err error) {
	err = eachMonth(tx, func(m *AccountMonth) error { all = append(all, *m); return nil }, `SELECT `+monthColumns+` FROM batch_accounts b JOIN account_months m ON m.account_id = b.account_id
		WHERE b.batch_id = ? AND ? AND ? AND m.revision <= ? AND ?
		ORDER BY b.account_id, m.month, m.revision`, batch,
		db.If(!after.IsZero(), "b.account_id > ?", after), db.If(!upto.IsZero(), "b.account_id <= ?", upto),
		revision, tx.Visible("m.account_id"))
	return all, err
}

// addMonths writes rows of the next revision.
func addMonths(tx *db.Tx, revision int64, months []AccountMonth) error {
	return tx.Bulk("account_months", []string{"account_id", "month", "revision", "sales", "returns", "cost", "returns_cost",
		"uncosted", "lines", "orders", "first_day", "last_day", "carried"}, len(months), func(i int, args []any) {
		m := &months[i]
		args[0], args[1], args[2], args[3], args[4] = m.Account.Int(), int64(m.Month), revision, m.Sales, m.Returns
		args[5], args[6], args[7], args[8], args[9] = m.Cost, m.ReturnsCost, m.Uncosted, m.Lines, m.Orders
		args[10], args[11], args[12] = m.FirstDay, m.LastDay, m.Carried
	})
}

// carriedBy is an order of an account that one month's lines do not tell all about.
type carriedBy struct {
	account kernel.ID
	carried
}

func addCarried(tx *db.Tx, revision int64, all []carriedBy) error {
	return tx.Bulk("carried_orders", []string{"account_id", "month", "revision", "order_key", "counts"}, len(all), func(i int, args []any) {
		c := &all[i]
		args[0], args[1], args[2], args[3], args[4] = c.account.Int(), int64(c.month), revision, int64(c.order), int64(0)
		if c.counts {
			args[4] = int64(1)
		}
	})
}

// dropSuperseded deletes versions below the current one of these accounts'
// months. The one version before it was kept until now, for those still reading.
func dropSuperseded(tx *db.Tx, revision int64, accounts []kernel.ID) error {
	some := db.In("account_id", accounts...)
	_, err := tx.Exec(`DELETE FROM account_months AS o WHERE ? AND EXISTS (SELECT 1 FROM account_months n
		WHERE n.account_id = o.account_id AND n.month = o.month AND n.revision > o.revision AND n.revision <= ?) AND ?`,
		some, revision, tx.Visible("account_id"))
	if err != nil {
		return err
	}
	_, err = tx.Exec(`DELETE FROM carried_orders AS c WHERE ? AND NOT EXISTS (SELECT 1 FROM account_months n
		WHERE n.account_id = c.account_id AND n.month = c.month AND n.revision = c.revision) AND ?`,
		some, tx.Visible("account_id"))
	return err
}

// dropBeyond deletes what an attempt left of a revision that never became visible.
func dropBeyond(tx *db.Tx, revision int64, accounts []kernel.ID) error {
	for _, name := range []string{"account_months", "carried_orders", "cost_months"} {
		_, err := tx.Exec(`DELETE FROM `+name+` WHERE ? AND revision > ? AND ?`,
			db.In("account_id", accounts...), revision, tx.Visible("account_id"))
		if err != nil {
			return err
		}
	}
	return nil
}

// carriedIn returns the orders that a month's own lines do not tell all about.
func carriedIn(tx *db.Tx, month Month, revision int64) (map[kernel.ID]map[uint64]bool, error) {
	all := map[kernel.ID]map[uint64]bool{}
	return all, tx.Each(func(scan func(...any) error) error {
		var account kernel.ID
		var key, counts int64
		if err := scan(&account, &key, &counts); err != nil {
			return err
		}
		if all[account] == nil {
			all[account] = map[uint64]bool{}
		}
		all[account][uint64(key)] = counts == 1
		return nil
	}, `SELECT c.account_id, c.order_key, c.counts FROM carried_orders c
		WHERE c.month = ? AND c.revision = (SELECT max(m.revision) FROM account_months m
			WHERE m.account_id = c.account_id AND m.month = c.month AND m.revision <= ?) AND ?`,
		int64(month), revision, tx.Visible("c.account_id"))
}

// carriedOf is the same for one account and all its months.
func carriedOf(tx *db.Tx, account kernel.ID, revision int64) (map[Month]map[uint64]bool, error) {
	all := map[Month]map[uint64]bool{}
	return all, tx.Each(func(scan func(...any) error) error {
		var month, key, counts int64
		if err := scan(&month, &key, &counts); err != nil {
			return err
		}
		if all[Month(month)] == nil {
			all[Month(month)] = map[uint64]bool{}
		}
		all[Month(month)][uint64(key)] = counts == 1
		return nil
	}, `SELECT c.month, c.order_key, c.counts FROM carried_orders c
		WHERE c.account_id = ? AND c.revision = (SELECT max(m.revision) FROM account_months m
			WHERE m.account_id = c.account_id AND m.month = c.month AND m.revision <= ?) AND ?`,
		account, revision, tx.Visible("c.account_id"))
}

// lastDay is the last day with a line that counts.
func lastDay(tx *db.Tx, hidden []kernel.ID) (kernel.Date, error) {
	days, err := db.List[kernel.Date](tx, `SELECT l.ordered_on FROM order_lines l WHERE ? AND ?
		ORDER BY l.ordered_on DESC LIMIT 1`, live(hidden), tx.Visible("l.account_id"))
	if err != nil || len(days) == 0 {
		return kernel.Date{}, err
	}
	return days[0], nil
}
