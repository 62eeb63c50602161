package rights

import (
	"regexp"
	"strings"

	"erba/kernel"
)

// own are the parts of an address that name something of an account, or something of
// that: there is one of everything, and it has the ID of its account, so that whatever
// is asked of it can be asked in every relation.
var own = regexp.MustCompile(`\{(opportunity|fee|promotion|order|lead|wish)\}`)

// below are such parts behind the name of what they belong to.
var below = regexp.MustCompile(`^/api/accounts/\{account\}/.*\{(id|booking)\}|^/api/fees/\{fee\}/papers/\{paper\}`)

// placed puts an account into an address, and what is its own.
func placed(path string, account kernel.ID) string {
	id := account.String()
	if below.MatchString(path) || strings.HasPrefix(path, "/api/accounts/{id}") {
		path = strings.NewReplacer("{id}", id, "{booking}", id, "{paper}", id).Replace(path)
	}
	return strings.ReplaceAll(own.ReplaceAllString(path, id), "{account}", id)
}

// fund gives every account one of everything that is about money: papers, what is said
// and done about them, a limit and an order, a promotion with its fee, and points.
func (w *world) fund() {
	w.owe()
	w.lend()
	w.spend()
	w.seek()
}

// owe books an invoice and what pays a part of it.
func (w *world) owe() {
	was, due := w.day(-60), w.day(-30)
	w.Exec(`INSERT INTO payment_terms (id, account_id, contract, since_on, agreed, basis, made_on, version)
		SELECT a.id, a.id, '', ?, '{"mode":"INV_DAYS","days":30}', '', ?, 1 FROM accounts a`, was, was)
	const papers = `INSERT INTO receivable_documents (account_id, id, kind, number, turn, party, on_day, due_on, amount, currency, reference, contract, method,
		recourse, accepted, note, booked_at) SELECT a.id, a.id + `
	w.Exec(papers+`1, 'invoice', 'R1', 0, '', ?, ?, 300000, 'CNY', '', '', '', FALSE, FALSE, '', 1 FROM accounts a`, was, due)
	w.Exec(papers+`0, 'receipt', 'B1', 0, '', ?, NULL, 100000, 'CNY', '', '', '', FALSE, FALSE, '', 1 FROM accounts a`, due)
	w.Exec(`INSERT INTO receivable_allocations (account_id, id, from_id, to_id, amount, note, booked_at) SELECT a.id, a.id, a.id, a.id + 1, 40000, '', 1 FROM accounts a`)
	w.Exec(`INSERT INTO disputes (id, account_id, number, reason, amount, says, state, opened_on, result, version)
		SELECT a.id, a.id, 'R1', 'price', 1000, 'too dear', 'open', ?, '', 1 FROM accounts a`, due)
	w.Exec(`INSERT INTO payment_promises (id, account_id, number, amount, promised_on, due_on, who, says, told, version)
		SELECT a.id, a.id, 'R1', 2000, ?, ?, 'the cashier', '', FALSE, 1 FROM accounts a`, due, w.day(9))
	w.Exec(`INSERT INTO write_offs (id, account_id, number, amount, reason, state, made_on, version)
		SELECT a.id, a.id, 'R1', 3000, 'lost', 'refused', ?, 1 FROM accounts a`, due)
	w.Exec(`INSERT INTO dunnings (id, account_id, number, does, channel, language, recipient, title, body, says, state, fault, tries, amount, made_on, version)
		SELECT a.id, a.id, 'R1', 'remind', 'phone', 'en', 'the cashier', '', '', '', 'done', '', 0, 200000, ?, 1 FROM accounts a`, due)
	w.Exec(`INSERT INTO delivery_stops (id, account_id, number, reason, since_on, lifted_on, lifting, version)
		SELECT a.id, a.id, '', 'a reason', ?, ?, 'another', 1 FROM accounts a`, due, w.day(-29))
}

// lend grants more than anybody owes.
func (w *world) lend() {
	since := w.day(-50)
	w.Exec(`INSERT INTO credit_judgements (id, account_id, part, value, source, document, evidence, judged_on, stale_on)
		SELECT a.id, a.id, 'finance', 80, 'their books', '', 'read', ?, ? FROM accounts a`, since, w.day(300))
	w.Exec(`INSERT INTO credit_grades (id, account_id, grade, rule, score, finance, claims, worst, given_on, review_on)
		SELECT a.id, a.id, 'B', '', 75000000, 80000000, 1, 12, ?, ? FROM accounts a`, since, w.day(300))
	w.Exec(`INSERT INTO credit_limits (id, account_id, kind, amount, from_on, state, decision, basis, reason, made_on, version)
		SELECT a.id, a.id, 'own', 90000000, ?, 'granted', 'open', '', 'a reason', ?, 1 FROM accounts a`, since, since)
	w.Exec(`INSERT INTO credit_orders (id, account_id, number, amount, delivered, original, currency, ordered_on, state, reasons, excess, exposure, whole_limit,
		worst, reason, checked_at, version) SELECT a.id, a.id, 'N' || a.code, 50000, 0, 50000, 'CNY', ?, 'passed', '', 0, 250000, 90000000, 12, '', 1, 1
		FROM accounts a`, w.day(-1))
}

// spend plans a promotion over the days of the only order, pays a fee for it, and lets points be used.
func (w *world) spend() {
	from, until := w.day(-40), w.day(-20)
	w.Exec(`INSERT INTO promotions (id, account_id, name, background, from_on, until_on, products, place, audience, budget, amount, ways, tools, baseline, expected,
		lesson, state, made_on, version) SELECT a.id, a.id, 'a promotion', 'a reason', ?, ?, '', 'shops', 'all', '{"way":"unit","units":10,"each":1000}', 10000, '', '',
		200000, 300000, '', 'planned', ?, 1 FROM accounts a`, from, until, from)
	w.Exec(`INSERT INTO fees (id, account_id, type, name, purpose, from_on, until_on, amount, agreed, baseline, expected, promotion_id, state, override, made_on, lesson, version)
		SELECT a.id, a.id, 'display', 'a fee', 'a reason', ?, ?, 10000, 10000, 200000, 300000, a.id, 'approved', '', ?, '', 1 FROM accounts a`, from, until, from)
	w.Exec(`INSERT INTO fee_papers (id, fee_id, name, kind, size, sum, body, made_on) SELECT a.id, a.id, 'proof.txt', 'text/plain', 5, a.code, ?, ? FROM accounts a`, []byte("proof"), until)
	w.Exec(`INSERT INTO fee_bookings (account_id, id, home_id, fee_id, type, booked_on, amount, currency, original, number, turn, note, booked_at)
		SELECT a.id, a.id, a.id, a.id, 'display', ?, 4000, 'CNY', 4000, 'F1', 0, '', 1 FROM accounts a`, until)
	w.Exec(`INSERT INTO fee_budgets (id, from_on, until_on, type, amount, note, made_on, version) VALUES (?, ?, ?, '', 900000000, '', ?, 1)`, w.ware, w.day(-90), w.day(90), w.day(-90))
	w.Exec(`INSERT INTO point_members (id, account_id, since, version) SELECT a.id, a.id, ?, 1 FROM accounts a`, from)
	const points = `INSERT INTO points (id, account_id, kind, points, booked_on, expires_on, month, reason, booked_at) SELECT a.id + `
	w.Exec(points+`1, a.id, 'earned', 900, ?, ?, NULL, '', 1 FROM accounts a`, from, w.day(300))
	w.Exec(points+`0, a.id, 'used', 100, ?, NULL, NULL, 'a present', 1 FROM accounts a`, until)
	w.Exec(`INSERT INTO bundle_partners (id, name, note, version) VALUES (?, 'a partner', '', 1)`, w.ware)
	w.Exec(`INSERT INTO bundles (id, name, note, price, made_on, version) VALUES (?, 'a package', '', 100000, ?, 1)`, w.ware, from)
	w.Exec(`INSERT INTO bundle_items (bundle_id, place, name, partner_id, cost) VALUES (?, 0, 'ours', NULL, 40000), (?, 1, 'theirs', ?, 20000)`, w.ware, w.ware, w.ware)
	w.Exec(`INSERT INTO sharing_consents (id, account_id, partner_id, given_on, until_on, proof, version) SELECT a.id, a.id, ?, ?, ?, 'written', 1 FROM accounts a`, w.ware, from, w.day(90))
}

// seek makes every account a lead and a wish as well: whoever stands to the one stands so to the others.
func (w *world) seek() {
	on := w.day(-9)
	w.Exec(`INSERT INTO leads (id, name, city, industry, need, speaks_to, source, source_detail, signs, state, reason, owner_id, made_on, moved_on, version)
		SELECT a.id, a.name, '', '', '', '', 'other', '', '', 'new', '', coalesce(a.owner_id, ?), ?, ?, 1 FROM accounts a`, w.stranger, on, on)
	w.Exec(`INSERT INTO lead_wishes (id, name, why, idea, owner_id, review_on, made_on, version) SELECT a.id, a.name, 'a reason', '', coalesce(a.owner_id, ?), ?, ?, 1 FROM accounts a`, w.stranger, w.day(9), on)
}
