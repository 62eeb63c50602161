package sheet

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"erba/kernel"
)

const erp = "编码,客户,金额\nC1,华为,1\nC2,联想,2\n"

func TestFormats(t *testing.T) {
	gbk, _ := simplifiedchinese.GBK.NewEncoder().String(erp)
	rare, _ := simplifiedchinese.GB18030.NewEncoder().String(strings.Replace(erp, "华为", "㐀", 1))
	sixteen, _ := utf16le.NewEncoder().String(erp)
	big, _ := utf16be.NewEncoder().String(erp)
	tests := map[string]struct {
		content string
		want    string // kind, encoding, separator, header row | header | rows
	}{
		"plain":                   {erp, "csv UTF-8 , 1|编码 客户 金额|C1 华为 1|C2 联想 2"},
		"with a byte order mark":  {"\xEF\xBB\xBF" + erp, "csv UTF-8 BOM , 1|编码 客户 金额|C1 华为 1|C2 联想 2"},
		"GBK":                     {gbk, "csv GBK , 1|编码 客户 金额|C1 华为 1|C2 联想 2"},
		"GB18030":                 {rare, "csv GB18030 , 1|编码 客户 金额|C1 㐀 1|C2 联想 2"},
		"UTF-16":                  {sixteen, "csv UTF-16LE , 1|编码 客户 金额|C1 华为 1|C2 联想 2"},
		"UTF-16 big end first":    {big, "csv UTF-16BE , 1|编码 客户 金额|C1 华为 1|C2 联想 2"},
		"UTF-16 without its mark": {strings.TrimPrefix(sixteen, "\xFF\xFE"), "csv UTF-16LE , 1|编码 客户 金额|C1 华为 1|C2 联想 2"},
		"Western":                 {"id,name\n1,Caf\xe9\n2,x\n", "csv WINDOWS-1252 , 1|id name|1 Café|2 x"},
		"tabs":                    {"id\tname\n1\ta,b\n", "csv UTF-8 \t 1|id name|1 a,b"},
		"semicolons":              {"id;price\n1;2,5\n2;3,5\n", "csv UTF-8 ; 1|id price|1 2,5|2 3,5"},
		"Excel names it":          {"sep=|\nid|a,b\n1|2,3\n", "csv UTF-8 | 2|id a,b|1 2,3"},
		"packed":                  {packed(erp), "csv UTF-8 , 1|编码 客户 金额|C1 华为 1|C2 联想 2"},
		"mixed line ends":         {"id,n\r\n1,a\r2,b\n3,c", "csv UTF-8 , 1|id n|1 a|2 b|3 c"},
		"quoted":                  {"id,n\n1,\"a \"\"b\"\",\nc\"\n2,5\" pipe\n", "csv UTF-8 , 1|id n|1 a \"b\",\nc|2 5\" pipe"},
		"titles above":            {"销售明细,,\n日期：2025-01,,\n\n" + erp, "csv UTF-8 , 4|编码 客户 金额|C1 华为 1|C2 联想 2"},
		"header of two rows":      {"客户,,金额,\n编码,名称,未税,税额\nC1,华为,1,2\n", "csv UTF-8 , 2|客户/编码 客户/名称 金额/未税 金额/税额|C1 华为 1 2"},
		"headings that span rows": {"编码,金额,\n,未税,税额\nC1,1,2\n", "csv UTF-8 , 2|编码 金额/未税 金额/税额|C1 1 2"},
		"totals and a footer":     {erp + "联想小计,,2\n合 计：,,3\n制表人：张三,,\n", "csv UTF-8 , 1|编码 客户 金额|C1 华为 1|C2 联想 2"},
		"the header once more":    {erp + "编码,客户,金额\nC3,京东,3\n", "csv UTF-8 , 1|编码 客户 金额|C1 华为 1|C2 联想 2|C3 京东 3"},
		"same headings":           {"id,n,n,\n1,2,3,4\n", "csv UTF-8 , 1|id n n (2)|1 2 3 4"},
		"short and long rows":     {"id,n\n1\n2,3,4\n", "csv UTF-8 , 1|id n|1 |2 3 4"},
		"a page called .xls":      {page1, "html UTF-8  1|编码 客户 金额|C1 华为 1|C2  2"},
		"SpreadsheetML":           {ml, "spreadsheetml UTF-8  1|编码 客户 金额|C1 华为 1|C2  2"},
		"a workbook":              {book(t, [][]any{{"销售"}, {"编码", "客户", "金额"}, {"C1", "华为", 1}, {"C2", nil, 2.5}}), "xlsx   2|编码 客户 金额|C1 华为 1|C2  2.5"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f, err := Open(write(t, tt.content), Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			rows, err := all(f)
			if err != nil {
				t.Fatal(err)
			}
			got := fmt.Sprintf("%s %s %s %d|%s|%s", f.Kind, f.Encoding, f.Separator, f.HeaderRow,
				strings.Join(f.Header, " "), strings.Join(rows, "|"))
			if got != tt.want {
				t.Errorf("read as\n%s, want\n%s", got, tt.want)
			}
		})
	}
}

const page1 = `<html><meta charset=utf-8><table border=1><tr><th>编码<th>客户</th><th>金额</tr>
<tr><td>C1</td><td rowspan="2">华&#20026;</td><td>1</td></tr><tr><td>C2<td>2</table></html>`

const ml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表1"><Table>
<Row><Cell><Data ss:Type="String">编码</Data></Cell><Cell><Data>客户</Data></Cell><Cell><Data>金额</Data></Cell></Row>
<Row><Cell><Data>C1</Data></Cell><Cell><Data>华为</Data></Cell><Cell><Data>1</Data></Cell></Row>
<Row><Cell><Data>C2</Data></Cell><Cell ss:Index="3"><Data>2</Data></Cell></Row></Table></Worksheet></Workbook>`

func TestWhatIsLeftOutIsReported(t *testing.T) {
	f, err := Open(write(t, "销售明细,,\n编码,客户,金额\nC1,华为,1\n,联想,2\n\n合计,,3\n制表人：张三,,\n"), Options{Fill: []string{"编码"}})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := all(f)
	if err != nil || fmt.Sprint(rows) != "[C1 华为 1 C1 联想 2]" {
		t.Errorf("rows %v, %v", rows, err)
	}
	if fmt.Sprint(f.Skipped, f.Totals, f.Blank) != "[{1 [销售明细  ]} {7 [制表人：张三  ]}] [{6 [合计  3]}] 1" {
		t.Errorf("left out %v, totals %v, blank %d", f.Skipped, f.Totals, f.Blank)
	}
}

// What a hostile or broken file answers: the fault, where, and how many rows came before it.
func TestBadFiles(t *testing.T) {
	tests := map[string]struct {
		content string
		want    string // key row column
		kept    int
	}{
		"empty":                    {"", "sheet.empty", 0},
		"only blanks":              {" \n\n , \n", "sheet.empty", 0},
		"a header and no row":      {"id,name\n", "sheet.header_only row 1", 0},
		"figures without a header": {"1,2\n3,4\n", "sheet.no_header", 0},
		"junk":                     {string(junkBytes()), "sheet.binary", 0},
		"a picture":                {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "sheet.binary", 0},
		"an old workbook":          {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00", "sheet.old_xls", 0},
		"an open quotation mark":   {"id,name\n1,a\n2,\"b\n3,c\n", "sheet.unclosed_quote row 3 column 2", 1},
		"ten thousand columns":     {"id,name\n1,a\n" + strings.Repeat("1,", 10_000) + "\n", "sheet.too_wide row 3", 1},
		"a cell of ten megabytes":  {"id,name\n1,a\n2," + strings.Repeat("x", 10<<20) + "\n", "sheet.cell_too_long row 3 column 2", 1},
		"quoted, ten megabytes":    {"id,name\n1,a\n2,\"" + strings.Repeat("x", 10<<20) + "\"\n", "sheet.cell_too_long row 3 column 2", 1},
		"a workbook cut short":     {book(t, [][]any{{"id", "name"}, {1, "a"}})[:900], "sheet.damaged", 0},
		"an archive, no workbook":  {"PK\x03\x04 nothing", "sheet.damaged", 0},
		"a packed file cut short":  {packed(longTable())[:100_000], "sheet.damaged", 1000},
		"a bomb":                   {bomb(t), "sheet.too_big", 0},
		"a page with a wide cell":  {"<table><tr><td>id<td>n<tr><td>1<td>2<tr><td colspan=9999>", "sheet.too_wide row 3", 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var rows []string
			f, err := Open(write(t, tt.content), Options{Name: "f.csv"})
			if err == nil {
				defer f.Close()
				rows, err = all(f)
			}
			fault, ok := errors.AsType[*kernel.Fault](err)
			if !ok {
				t.Fatalf("error %v, want a fault", err)
			}
			got := fault.Key
			for _, arg := range []string{"row", "column"} {
				if n, ok := fault.Args[arg]; ok {
					got += fmt.Sprint(" ", arg, " ", n)
				}
			}
			if got != tt.want || len(rows) < tt.kept || fault.Args["file"] != "f.csv" {
				t.Errorf("%s of %v after %d rows, want %s after %d", got, fault.Args["file"], len(rows), tt.want, tt.kept)
			}
		})
	}
}

func TestTheFirstChineseCharacterMayBeFarDown(t *testing.T) {
	gbk, _ := simplifiedchinese.GBK.NewEncoder().String("华为")
	for name, word := range map[string]string{"GBK": gbk, "UTF-8": "华为"} {
		f, err := Open(write(t, longTable()+word+",1\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := all(f)
		if err != nil || rows[len(rows)-1] != "华为 1" {
			t.Errorf("%s: the last row is %v, %v", name, rows[len(rows)-1], err)
		}
		f.Close()
	}
}

func FuzzOpen(f *testing.F) {
	for _, s := range []string{erp, page1, ml, packed(erp), "sep=;\na;b\n1;2", "a,b\r1,\"2", "\xFF\xFEa\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		file, err := Open(write(t, string(content)), Options{})
		if err != nil {
			return
		}
		defer file.Close()
		for {
			row, err := file.Next()
			if err != nil {
				return
			}
			if len(row.Cells) < len(file.Header) || row.Number <= file.HeaderRow {
				t.Fatalf("row %d has %d cells below a header of %d in row %d", row.Number, len(row.Cells), len(file.Header), file.HeaderRow)
			}
		}
	})
}

func all(f *File) (rows []string, err error) {
	for {
		row, err := f.Next()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		rows = append(rows, strings.Join(row.Cells, " "))
	}
}

func write(t testing.TB, content string) string {
	path := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func packed(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

func book(t testing.TB, rows [][]any) string {
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// longTable is ASCII beyond what is sampled, and hard to pack.
func longTable() string {
	b, n := strings.Builder{}, uint32(1)
	b.WriteString("id,n\n")
	for range 50_000 {
		n = n*1664525 + 1013904223
		fmt.Fprintf(&b, "x%d,%d\n", n, n>>7)
	}
	return b.String()
}

func junkBytes() []byte {
	b, n := make([]byte, 5000), uint32(7)
	for i := range b {
		n = n*1664525 + 1013904223
		b[i] = byte(n >> 24)
	}
	return b
}
