package opportunity

import (
	"bytes"
	"strings"
	"testing"
)

func TestPapersAreWhatTheyAre(t *testing.T) {
	pdf := []byte("%PDF-1.7 标书")
	tests := map[string]struct {
		name, kept, want string
		body             []byte
	}{
		"a paper with a way in its name":   {name: `..\..\标书<1>.pdf`, kept: "标书1.pdf", body: pdf},
		"a page that calls itself a paper": {name: "标书.pdf", body: []byte("<html><script>alert(1)</script>"), want: "opportunity.bad_file"},
		"a program that is called a sheet": {name: "报价.xlsx", body: []byte("MZ\x90\x00\x03"), want: "opportunity.bad_file"},
		"a paper that opens as a program":  {name: "标书.hta", body: []byte("%PDF-1.7 <script>new ActiveXObject('x')</script>"), want: "opportunity.bad_file"},
		"a picture that opens as a page":   {name: "图.html", body: []byte("\x89PNG\r\n\x1a\n<script>alert(1)</script>"), want: "opportunity.bad_file"},
		"a picture":                        {name: "图.JPG", kept: "图.JPG", body: []byte("\xff\xd8\xff\xe0")},
		"a sheet":                          {name: "报价.xlsx", kept: "报价.xlsx", body: []byte("PK\x03\x04")},
		"a picture as a page":              {name: "x.svg", body: []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), want: "opportunity.bad_file"},
		"nothing":                          {name: "x.pdf", want: "opportunity.bad_file"},
		"more than may be":                 {name: "x.pdf", body: append([]byte("%PDF-"), bytes.Repeat([]byte{'1'}, LargestPaper)...), want: "opportunity.large_file"},
		"a name that turns its ending":     {name: "标\u202efdp.exe.txt", kept: "标fdp.exe.txt", body: []byte("说明")},
		"a name of dots":                   {name: "../..", body: pdf, want: "opportunity.bad_file"},
	}
	on(t, func(g *ground) {
		for name, tt := range tests {
			d := g.opened("rep", Deal{})
			p, err := g.File(g.As("rep"), d.ID, tt.name, bytes.NewReader(tt.body))
			if key(err) != tt.want || err == nil && p.Name != tt.kept {
				t.Errorf("%s: %+v %v", name, p, err)
			}
		}
		d := g.opened("rep", Deal{})
		first, err := g.File(g.As("rep"), d.ID, "标书.pdf", bytes.NewReader(pdf))
		g.must(err)
		again, err := g.File(g.As("rep"), d.ID, "另存.pdf", bytes.NewReader(pdf))
		g.must(err)
		if first.ID != again.ID {
			t.Error("the same content is the same paper")
		}
		if _, err := g.File(g.As("other"), d.ID, "x.pdf", bytes.NewReader(pdf)); key(err) != "db.missing" {
			t.Error(err)
		}
		if _, _, err := g.Paper(g.As("other"), d.ID, first.ID); key(err) != "db.missing" {
			t.Error(err)
		}
		way := "/api/opportunities/" + d.ID.String() + "/files/" + first.ID.String()
		if w := g.Do("rep", "GET", way, ""); w.Code != 200 || w.Header().Get("Content-Type") != "application/pdf" || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") {
			t.Error(w.Code, w.Header())
		}
		g.must(g.Discard(g.As("rep"), d.ID, first.ID))
		if w := g.Do("rep", "GET", way, ""); w.Code != 404 {
			t.Error(w.Code)
		}
	})
}
