package edge

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"time"

	"erba/kernel"
	"erba/platform/apptest"
)

// trade makes accounts, a user and a ledger of such texts; it returns an import
// whose rejected rows hold them, too.
func trade(s *apptest.Stage) string {
	s.Work()
	s.Exec(`UPDATE users SET name = ? WHERE login = 'rep'`, "=1+1")
	var file, accounts, spent, bargains bytes.Buffer
	rows, list, costs, deals := csv.NewWriter(&file), csv.NewWriter(&accounts), csv.NewWriter(&spent), csv.NewWriter(&bargains)
	_ = rows.Write([]string{"客户编码", "客户名称", "订单号", "日期", "金额", "产品", "成本"})
	_ = list.Write([]string{"客户编码", "客户名称", "地区", "城市", "行业", "简称"})
	_ = costs.Write([]string{"客户编码", "费用单号", "日期", "成本类别", "工时", "金额", "备注"})
	_ = deals.Write([]string{"商机编号", "客户", "产品", "阶段", "开始日期", "结束日期", "金额", "负责人"})
	for i, f := range formulas {
		code := fmt.Sprintf("F%02d", i)
		_ = list.Write([]string{code, f, f, f, f, f})
		_ = list.Write([]string{"P" + code, f, f, f, f, f}) // who buys nothing yet
		_ = costs.Write([]string{code, "C" + code, "2026-05-02", "拜访", "2", "10", f})
		_ = deals.Write([]string{"D" + code, code, f, "赢单", "2026-04-01", "2026-05-01", "100", f})
		_ = rows.Write([]string{code, f, "S" + code, "2026-05-01", "100", f, "40"})
		_ = rows.Write([]string{f, f, f, f, f, f, f}) // and as much as can be wrong
	}
	_ = rows.Write([]string{"F00", formulas[0], "S", "2026-06-30", "100", "", "40"}) // so that May is over
	rows.Flush()
	list.Flush()
	costs.Flush()
	deals.Flush()
	s.Book("operations", "accounts", "=formula.csv", accounts.String())
	booked := s.Book("operations", "orders", "=formula.csv", file.String())
	s.Book("operations", "costs", "=formula.csv", spent.String())
	s.Book("sales_manager", "opportunities", "=formula.csv", bargains.String())
	s.Exec(`UPDATE opportunities SET lesson = product, outcome = product`)
	s.Exec(`INSERT INTO cards (id, account_id, level, from_on, until_on, response, dedicated, credit, events, seats, events_used, seats_used)
		SELECT a.id, a.id, 'GOLD', '2026-01-01', '2099-12-31', 4, TRUE, 1000000, 1, 1, 0, 0 FROM accounts a`)
	s.Exec(`INSERT INTO actions (id, account_id, title, from_on, due_on, state, result, origin, made_on, version)
		SELECT a.id, a.id, a.name, '2026-01-01', '2099-12-31', 'open', '', '', '2026-01-01', 1 FROM accounts a`)
	s.Exec(`INSERT INTO servicing_indexes (id, account_id, quarter, version, value, source, evidence, by_name, rated_on, latest)
		SELECT a.id, a.id, '2026-04-01', 1, 80, 'survey', '', '', '2026-07-01', TRUE FROM accounts a`)
	s.Exec(`INSERT INTO lifetime_fits (basis, id, as_of, revision, config, fitted_at, fit)
		VALUES ('margin', 1, '2026-01-01', 0, 1, 0, '{"Why":"lifetime.too_few","Retention":null}') ON CONFLICT (basis) DO NOTHING`)
	s.Exec(`INSERT INTO goals (id, account_id, year, amount, chosen, reason, set_on, version)
		SELECT a.id, a.id, ?, 100, '', '', '2026-01-01', 1 FROM accounts a`, time.Now().Year())
	s.Exec(`INSERT INTO interactions (id, account_id, held_on, held_at, channel, direction, subject, waits, answered_at, version)
		SELECT a.id, a.id, '2026-01-01', 0, 'phone', 'out', a.name, FALSE, 0, 1 FROM accounts a`)
	s.Exec(`INSERT INTO commitments (id, account_id, by_side, words, due_on, first_on, state, reason, made_on, reminded, version)
		SELECT a.id, a.id, 'us', a.name, '2026-01-01', '2026-01-01', 'broken', a.name, '2026-01-01', 0, 1 FROM accounts a`)
	s.Exec(`INSERT INTO gifts (id, account_id, item, value, given_on, occasion, personal, reason, state, made_on, version)
		SELECT a.id, a.id, a.name, 100, '2026-01-01', 'visit', FALSE, a.name, 'given', '2026-01-01', 1 FROM accounts a`)
	s.Exec(`INSERT INTO users (id, login, name, password, one_time, roles, language, active, era, version)
		SELECT a.id, a.code, a.name, '', FALSE, 'rep', 'en', TRUE, 0, 1 FROM accounts a WHERE a.code LIKE 'F%'`)
	s.Exec(`INSERT INTO reviews (id, user_id, month_on, comment, verdict, figures, version)
		SELECT u.id, u.id, ?, '=1+1', '+1+1', '', 1 FROM users u`, kernel.Today().Month())
	s.Exec(`INSERT INTO claims (id, user_id, name, core, city, region, uscc, phone, domain, project, evidence, reason, state, asked_on, renewals, warned, decision, version)
		SELECT a.id, u.id, a.name, '', a.city, '', '', '', '', a.name, '', '', 'asked', '2026-01-01', 0, FALSE, '', 1 FROM accounts a, users u WHERE u.login = 'rep'`)
	s.Exec(`INSERT INTO visits (id, account_id, owner_id, state, channel, day_on, minutes, zone, from_at, until_at, purpose, place, ready, result, voice, topics, next_step,
		promised, met, verdict, reason, report_key, made_on, version)
		SELECT a.id, a.id, u.id, 'planned', 'visit', '2026-01-01', 60, 'Asia/Shanghai', 0, 0, a.name, a.name, '', a.name, a.name, '', a.name, 0, 0, a.name, a.name, '',
		'2026-01-01', 1 FROM accounts a, users u WHERE u.login = 'rep'`)
	s.Exec(`INSERT INTO opportunities (id, row_id, account_id, code, name, owner_name, source, process, stage, state, opened_on, entered_on, expected_on, slips, amount_minor, currency,
		category, reason, outcome, lesson, purchase, product, next_step, made_on, version)
		SELECT a.id, a.id, a.id, a.code, a.name, a.name, '', 'full', 'plan', 'open', '2026-01-01', '2026-01-01', '2026-03-01', 0, 100, '',
		'pipeline', '', a.name, a.name, '', a.name, a.name, '2026-01-01', 1 FROM accounts a`)
	s.Exec(`INSERT INTO risks (id, account_id, cause, probability, impact, evidence, counter, by_name, judged_on, version)
		SELECT a.id, a.id, 'I1', 3, 4, a.name, a.name, '', '2026-01-01', 1 FROM accounts a`)
	s.Exec(`INSERT INTO risk_interruptions (id, account_id, cause, opened_on, stage_before, description, recovery, due_on, result, closing, by_name, version)
		SELECT a.id, a.id, 'I5', '2026-01-01', 2, a.name, a.name, '2026-02-01', '', '', '', 1 FROM accounts a`)
	s.Exec(`INSERT INTO loyalty_rungs (id, account_id, line, rung, sales, since_on)
		SELECT a.id, a.id, a.name, 4, 100, '2026-01-01' FROM accounts a`)
	s.Exec(`INSERT INTO maintenance_activities (id, account_id, form, held_on, title, spend, reached, people, remark, by_name, version)
		SELECT a.id, a.id, 'software', '2026-01-01', a.name, 100, 1, '', a.name, '', 1 FROM accounts a`)
	s.Exec(`INSERT INTO store_checks (id, account_id, shop, day_on, note, by_name, config, total, bottleneck, version)
		SELECT a.id, a.id, a.name, '2026-01-01', a.name, a.name, 1, 500000, '', 1 FROM accounts a`)
	s.Exec(`INSERT INTO handovers (id, account_id, from_id, to_id, made_on, state, note, questions, pack, version)
		SELECT a.id, a.id, u.id, u.id, '2026-01-01', 'waiting', a.name, a.name, '', 1 FROM accounts a, users u WHERE u.login = 'rep'`)
	s.Exec(`INSERT INTO coverage_plans (id, name, unit, from_on, until_on, budget, least, ahead, config, by_id, version)
		SELECT a.id, a.name, 'money', '2026-01-01', '2026-12-31', 100, 0, 0, 1, u.id, 1 FROM accounts a, users u WHERE a.code = 'F00' AND u.login = 'rep'`)
	s.Exec(`INSERT INTO coverage_shares (plan_id, account_id, place, tier, weight, planned)
		SELECT p.id, a.id, a.id, 'MASS', 1, 1 FROM accounts a, coverage_plans p`)
	s.Exec(`UPDATE accounts SET owner_id = NULL WHERE code LIKE 'PF%'`) // what lies in the pool is nobody's
	s.Exec(`INSERT INTO pool_stays (id, account_id, sort_key, region, industry, way, note, members, since_on, ended)
		SELECT a.id, a.id, a.sort_key, '', '', 'given', a.name, '', '2026-01-01', '' FROM accounts a`)
	s.Exec(`INSERT INTO pool_warnings (account_id, due_on, last_on, last_by, class, days)
		SELECT a.id, '2099-12-31', '2026-01-01', 'order', '', 90 FROM accounts a`)
	s.Exec(`INSERT INTO contacts (id, account_id, name, sort_key, title, department, phone, mail, wechat, duties, goals, manner, results, colleagues, partners, version)
		SELECT a.id, f.id, a.name, a.sort_key, a.name, a.name, '', '', '', a.name, a.name, a.name, a.name, a.name, a.name, 1 FROM accounts a, accounts f WHERE f.code = 'F00'`)
	s.Exec(`INSERT INTO relation_judgements (id, contact_id, field, value, evidence, answers, source, judged_on, until_on, version)
		SELECT c.id, c.id, 'power', '3', c.name, '', 'judged', '2026-01-01', '2026-06-30', 1 FROM contacts c`)
	s.Exec(`INSERT INTO relation_lines (id, from_id, to_id, kind, says, drawn_on, version, ended_version)
		SELECT c.id, c.id, c.id, 'influence', c.name, '2026-01-01', 1, 0 FROM contacts c`)
	s.Exec(`INSERT INTO assessments (id, deal_id, card, round, process, stage, judged_on, verdict, outcome, config, by_name, version)
		SELECT o.id, o.id, 'four', 1, 'full', 'plan', '2026-01-01', 'incomplete', '{"steps":[],"overall":null}', 1, o.name, 1 FROM opportunities o`)
	s.Exec(`INSERT INTO assessment_answers (assessment_id, question, rating, unknown, words)
		SELECT a.id, 'need', 3, FALSE, a.by_name FROM assessments a`)
	s.Exec(`INSERT INTO assessment_criteria (id, deal_id, name, formal, mandatory, milestone, note, made_on, version)
		SELECT o.id, o.id, o.name, TRUE, FALSE, o.name, o.name, '2026-01-01', 1 FROM opportunities o`)
	contests(s)
	prices(s)
	asked(s)
	owed(s)
	lent(s)
	invested(s)
	told(s)
	return booked
}

// contests are who competes with us for the deal of the crowded account, how the
// others are fought for, what was learned of them, and what their customers plan.
func contests(s *apptest.Stage) {
	s.Exec(`INSERT INTO competitors (id, name, name_key, strengths, weakness, says, evidence, by_name, checked_on, expires_on, version)
		SELECT a.id, a.name, a.code, a.name, a.name, a.name, a.name, '', '2026-01-01', '2026-12-31', 1 FROM accounts a`)
	s.Exec(`INSERT INTO competitor_rivals (id, opportunity_id, kind, competitor_id, superior, ratings, power, opposition, active, incumbent, weakness, evidence, by_name,
		judged_on, expires_on, version)
		SELECT c.id, o.id, 'direct', c.id, '', '00000000', 0, 0, TRUE, FALSE, c.name, c.name, '', '2026-01-01', '2026-12-31', 1
		FROM competitors c, opportunities o WHERE o.id = o.account_id AND o.code = 'F00'`)
	s.Exec(`INSERT INTO competitor_cells (id, account_id, scope, place, product, scores, evidence, by_name, judged_on, expires_on, version)
		SELECT a.id, a.id, 'account', '', a.name, '', a.name, '', '2026-01-01', '2026-12-31', 1 FROM accounts a`)
	s.Exec(`INSERT INTO assessments (id, deal_id, rival_id, card, round, process, stage, judged_on, verdict, outcome, config, by_name, version)
		SELECT r.id + 1, r.opportunity_id, r.competitor_id, 'four', 1, 'full', 'plan', '2026-01-01', 'incomplete', '{"steps":[],"overall":null}', 1, '', 1 FROM competitor_rivals r`)
	s.Exec(`INSERT INTO assessment_criteria (id, deal_id, name, formal, mandatory, milestone, note, made_on, version)
		SELECT r.id + 1, r.opportunity_id, r.weakness, FALSE, FALSE, '', '', '2026-01-01', 1 FROM competitor_rivals r`)
	s.Exec(`INSERT INTO strategy_choices (id, opportunity_id, number, strategy, advised, reason, config, by_name, chosen_on)
		SELECT o.id, o.id, 1, 'frontal', 'frontal', o.name, 1, '', '2026-01-01' FROM opportunities o`)
	s.Exec(`INSERT INTO campaign_lessons (id, opportunity_id, lesson, by_name, said_on) SELECT o.id, o.id, o.name, '', '2026-01-01' FROM opportunities o`)
	s.Exec(`INSERT INTO opportunity_files (id, opportunity_id, name, kind, size, sum, body, made_on)
		SELECT o.id, o.id, o.name, 'text', 1, '', ?, '2026-01-01' FROM opportunities o WHERE o.id = o.account_id`, []byte("x"))
	s.Exec(`INSERT INTO application_projects (id, account_id, name, funding, purchase, by_name, said_on, version)
		SELECT a.id, a.id, a.name, 'self', 'tender', '', '2026-01-01', 1 FROM accounts a`)
}

// prices are products, lists, and agreed and special prices of such texts.
func prices(s *apptest.Stage) {
	s.Exec(`INSERT INTO products (id, code, name, sort_key, line, unit, list_price, cost, version)
		SELECT a.id, 'X' || a.code, a.name, a.name, '', a.name, 1000000, 1000000, 1 FROM accounts a`)
	s.Exec(`INSERT INTO price_lists (id, name, scope, place, from_on, note, made_on, version)
		SELECT a.id, a.name, 'all', '', '2026-01-01', a.name, '2026-01-01', 1 FROM accounts a WHERE a.code = 'F00'`)
	s.Exec(`INSERT INTO price_entries (list_id, product_id, list_price) SELECT l.id, a.id, 1000000 FROM accounts a, price_lists l`)
	s.Exec(`INSERT INTO price_floors (product_id, from_on, floor_price, made_on) SELECT a.id, '2026-01-01', 1000000, '2026-01-01' FROM accounts a`)
	s.Exec(`INSERT INTO framework_prices (id, account_id, product_id, agreed_price, from_on, until_on, basis, told, made_on, version)
		SELECT a.id, a.id, a.id, 1000000, '2026-01-01', '2026-12-31', a.name, FALSE, '2026-01-01', 1 FROM accounts a`)
	s.Exec(`INSERT INTO special_prices (id, opportunity_id, product_id, quantity, wanted_price, from_on, until_on, reason, state, made_on, version)
		SELECT o.id, o.id, o.id, 1000000, 1000000, '2026-01-01', '2026-12-31', o.name, 'granted', '2026-01-01', 1 FROM opportunities o WHERE o.id = o.account_id`)
}

// asked are terms, disputes, promises, letters, stops and write-offs of such texts.
func asked(s *apptest.Stage) {
	s.Exec(`INSERT INTO payment_terms (id, account_id, contract, since_on, agreed, basis, made_on, version)
		SELECT a.id, a.id, a.name, '2026-01-01', '{"mode":"EOM_MONTHS","days":30}', a.name, '2026-01-01', 1 FROM accounts a`)
	s.Exec(`INSERT INTO disputes (id, account_id, number, reason, amount, says, state, opened_on, result, version)
		SELECT a.id, a.id, a.name, 'price', 100, a.name, 'accepted', '2026-01-01', a.name, 1 FROM accounts a`)
	s.Exec(`INSERT INTO payment_promises (id, account_id, number, amount, promised_on, due_on, who, says, told, version)
		SELECT a.id, a.id, a.name, 100, '2026-01-01', '2026-01-02', a.name, a.name, TRUE, 1 FROM accounts a`)
	s.Exec(`INSERT INTO dunnings (id, account_id, number, does, channel, language, recipient, title, body, says, state, fault, tries, amount, made_on, version)
		SELECT a.id, a.id, a.name, 'call', 'phone', 'en', a.name, a.name, a.name, a.name, 'failed', a.name, 1, 100, '2026-01-01', 1 FROM accounts a`)
	s.Exec(`INSERT INTO delivery_stops (id, account_id, number, reason, since_on, lifted_on, lifting, version)
		SELECT a.id, a.id, a.name, a.name, '2026-01-01', '2026-01-02', a.name, 1 FROM accounts a`)
	s.Exec(`INSERT INTO write_offs (id, account_id, number, amount, reason, state, made_on, version)
		SELECT a.id, a.id, a.name, 100, a.name, 'refused', '2026-01-01', 1 FROM accounts a`)
}

// owed are invoices, notes and numbers of such texts, which nobody has paid.
func owed(s *apptest.Stage) {
	s.Exec(`INSERT INTO receivable_documents (account_id, id, kind, number, turn, party, on_day, amount, currency, reference, contract, method, recourse, accepted, note, booked_at)
		SELECT a.id, a.id, 'invoice', a.name, 0, a.name, '2026-01-01', 100, '', a.name, a.name, a.name, FALSE, FALSE, a.name, 1 FROM accounts a`)
	s.Exec(`INSERT INTO receivable_documents (account_id, id, kind, number, turn, party, on_day, amount, currency, reference, contract, method, recourse, accepted, note, booked_at)
		SELECT f.id, a.id, 'invoice', a.name || a.code, 0, '', ?, 100, '', a.name, '', '', FALSE, FALSE, '', 1 FROM accounts a, accounts f
		WHERE f.code = 'F00' AND a.code LIKE 'PF%'`, kernel.Today()) // what the crowded account is told that it owes
}

// invested are fees with their papers and bookings, promotions, and members with points, of such texts.
func invested(s *apptest.Stage) {
	s.Exec(`INSERT INTO promotions (id, account_id, name, background, from_on, until_on, products, place, audience, budget, amount, ways, tools, baseline, expected, lesson, state, made_on, version)
		SELECT a.id, a.id, a.name, a.name, '2026-01-01', '2026-01-31', a.name, a.name, a.name, '{}', 100, a.name, a.name, 100, 200, a.name, 'planned', '2026-01-01', 1 FROM accounts a`)
	s.Exec(`INSERT INTO fees (id, account_id, type, name, purpose, from_on, until_on, amount, agreed, promotion_id, state, override, made_on, lesson, version)
		SELECT a.id, a.id, a.name, a.name, a.name, '2026-01-01', '2026-01-31', 100, 100, a.id, 'approved', a.name, '2026-01-01', a.name, 1 FROM accounts a`)
	s.Exec(`INSERT INTO fee_papers (id, fee_id, name, kind, size, sum, body, made_on) SELECT a.id, a.id, a.name, 'text', 1, '', ?, '2026-01-01' FROM accounts a`, []byte("x"))
	s.Exec(`INSERT INTO fee_bookings (account_id, id, home_id, fee_id, type, booked_on, amount, currency, original, number, turn, note, booked_at)
		SELECT a.id, a.id, a.id, a.id, a.name, '2026-01-01', 100, '', 100, a.name, 0, a.name, 1 FROM accounts a`)
	s.Exec(`INSERT INTO point_members (id, account_id, since, version) SELECT a.id, a.id, '2026-01-01', 1 FROM accounts a`)
}

// told are leads, partners with their packages, and what a partner is told of customers, of such texts.
func told(s *apptest.Stage) {
	s.Exec(`INSERT INTO leads (id, name, city, industry, need, speaks_to, source, source_detail, signs, state, reason, owner_id, made_on, moved_on, version)
		SELECT a.id, a.name, a.name, a.name, a.name, a.name, 'fair', a.name, '', 'new', a.name, u.id, '2026-01-01', '2026-01-01', 1 FROM accounts a, users u WHERE u.login = 'rep'`)
	s.Exec(`INSERT INTO bundle_partners (id, name, note, version) SELECT a.id, a.name || a.code, a.name, 1 FROM accounts a`)
	s.Exec(`INSERT INTO bundles (id, name, note, price, made_on, version) SELECT a.id, a.name, a.name, 100, '2026-01-01', 1 FROM accounts a`)
	s.Exec(`INSERT INTO bundle_items (bundle_id, place, name, partner_id, cost) SELECT a.id, 1, a.name, a.id, 40 FROM accounts a`)
	s.Exec(`INSERT INTO sharing_agreements (id, partner_id, purpose, fields, basis, from_on, until_on, state, made_on, version)
		SELECT a.id, a.id, a.name, 'code,name,region,city,industry,employees', a.name, '2026-01-01', '2099-12-31', 'agreed', '2026-01-01', 1 FROM accounts a WHERE a.code = 'F00'`)
	s.Exec(`INSERT INTO sharing_consents (id, account_id, partner_id, given_on, until_on, proof, version)
		SELECT a.id, a.id, g.partner_id, '2026-01-01', '2099-12-31', a.name, 1 FROM accounts a, sharing_agreements g`)
	s.Exec(`INSERT INTO sharing_lists (id, agreement_id, region, industry, selected, shared, made_on, made_at) SELECT g.id, g.id, '', '', 1, 1, '2026-01-01', 1 FROM sharing_agreements g`)
	s.Exec(`INSERT INTO sharing_listed (list_id, account_id) SELECT l.id, a.id FROM accounts a, sharing_lists l`)
}

// lent are grades, and checked orders of such numbers and reasons.
func lent(s *apptest.Stage) {
	s.Exec(`INSERT INTO credit_grades (id, account_id, grade, rule, claims, worst, given_on, review_on)
		SELECT a.id, a.id, 'B', 'solvency.rule_score', 0, 0, '2026-01-01', '2026-07-01' FROM accounts a`)
	s.Exec(`INSERT INTO credit_orders (id, account_id, number, amount, delivered, original, currency, ordered_on, state, reasons, excess, exposure, whole_limit, worst, reason, checked_at, version)
		SELECT a.id, a.id, a.name || a.code, 100, 0, 100, 'CNY', '2026-01-01', 'blocked', 'limit', 1, 1, 1, 0, a.name, 1, 1 FROM accounts a`)
}

// crowded is the account whose people are called so, too.
func crowded(s *apptest.Stage) string {
	rows, err := s.Bare(`SELECT a.id FROM accounts a WHERE a.code = 'F00'`)
	if err != nil {
		s.Fatal(err)
	}
	defer rows.Close()
	var id kernel.ID
	if !rows.Next() || rows.Scan(&id) != nil {
		s.Fatal("no account F00")
	}
	return id.String()
}
