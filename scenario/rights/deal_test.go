package rights

// bargain gives every account a deal of the same ID, so that whatever is asked of
// a deal can be asked in every relation.
func (w *world) bargain() {
	w.Exec(`INSERT INTO opportunities (id, row_id, account_id, code, name, owner_id, owner_name, source, process, stage, state, opened_on, entered_on, expected_on,
		first_expected_on, slips, amount_minor, currency, category, reason, outcome, lesson, purchase, product, next_step, made_on, version)
		SELECT a.id, a.id, a.id, a.code, a.name, a.owner_id, '', '', 'full', 'plan', 'open', ?, ?, ?, ?, 0, 100000, '', 'pipeline', '', '', '', '', '', '', ?, 1
		FROM accounts a`, w.day(-9), w.day(-9), w.day(30), w.day(30), w.day(-9))
}

// price puts what may be sold at which floor, and at what cost, behind every deal.
func (w *world) price() {
	w.Exec(`INSERT INTO products (id, code, name, sort_key, line, unit, list_price, cost, version)
		SELECT a.id, 'X' || a.code, a.name, a.name, '', '', 9000000, 5000000, 1 FROM accounts a`)
	w.Exec(`INSERT INTO products (id, code, name, sort_key, line, unit, list_price, cost, version) VALUES (?, 'X', 'X', 'X', '', '', 9000000, 5000000, 1)`, w.ware)
	w.Exec(`INSERT INTO price_floors (product_id, from_on, floor_price, unit_cost, made_on) SELECT p.id, ?, 7000000, 5000000, ? FROM products p`, w.day(-9), w.day(-9))
	w.Exec(`INSERT INTO opportunity_lines (id, opportunity_id, product_id, words, quantity, list_price, asked_price, floor_price, unit_cost, priced_from, amount_minor)
		SELECT o.id, o.id, o.id, '', 1000000, 9000000, 8000000, 7000000, 5000000, 'list', 800 FROM opportunities o`)
	w.Exec(`INSERT INTO special_prices (id, opportunity_id, product_id, quantity, wanted_price, from_on, until_on, reason, state, made_on, version)
		SELECT o.id, o.id, o.id, 1000000, 8000000, ?, ?, '', 'asked', ?, 1 FROM opportunities o`, w.day(-1), w.day(30), w.day(-1))
}
