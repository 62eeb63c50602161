package sheet

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page reads the tables of a web page, which is what many programs save as .xls.
type page struct {
	io.Closer
	in     *html.Tokenizer
	number int
	begun  bool  // the row before ended because the next one began
	spans  []int // rows that a cell above still covers, by column
}

func newPage(in *bufio.Reader, file io.Closer) source {
	p := &page{Closer: file, in: html.NewTokenizer(in)}
	p.in.SetMaxBuf(longestRow)
	return p
}

func (p *page) next() (Row, error) {
	for !p.begun {
		switch tag, kind := p.token(); {
		case kind == html.ErrorToken:
			return Row{}, p.end()
		case kind == html.StartTagToken && tag.DataAtom == atom.Table:
			p.spans = p.spans[:0]
		case kind == html.StartTagToken && tag.DataAtom == atom.Tr:
			p.begun = true
		}
	}
	return p.row()
}

func (p *page) token() (html.Token, html.TokenType) {
	kind := p.in.Next()
	return p.in.Token(), kind
}

func (p *page) end() error {
	if p.in.Err() == io.EOF {
		return io.EOF
	}
	return damaged(p.in.Err())
}

// row reads up to the end of the row, which the page may leave out.
func (p *page) row() (Row, error) {
	p.number++
	p.begun = false
	var r htmlRow
	for {
		tag, kind := p.token()
		switch {
		case kind == html.ErrorToken && p.in.Err() != io.EOF:
			return Row{}, p.end()
		case kind == html.TextToken:
			r.text(tag.Data)
		case kind == html.StartTagToken && tag.DataAtom == atom.Br:
			r.text(" ")
		case kind == html.StartTagToken && (tag.DataAtom == atom.Td || tag.DataAtom == atom.Th):
			p.cell(&r, tag)
		case kind == html.EndTagToken && (tag.DataAtom == atom.Td || tag.DataAtom == atom.Th):
			r.open = false
		case kind == html.ErrorToken, tag.DataAtom == atom.Tr, kind == html.EndTagToken && tag.DataAtom == atom.Table:
			p.begun = kind == html.StartTagToken
			p.covered(&r)
			return Row{p.number, r.cells}, within(p.number, r.cells)
		}
		if err := within(p.number, r.cells); err != nil {
			return Row{}, err
		}
	}
}

// htmlRow is a row in the making.
type htmlRow struct {
	cells []string
	at    int  // the cell that text goes to
	open  bool // whether we are inside a cell
}

func (r *htmlRow) text(s string) {
	if r.open {
		r.cells[r.at] = strings.TrimSpace(r.cells[r.at] + strings.Map(plainSpace, s))
	}
}

func plainSpace(c rune) rune {
	if c == '\u00a0' || c == '\n' || c == '\r' || c == '\t' {
		return ' '
	}
	return c
}

// cell begins a cell behind those that reach down from above. Where a cell
// covers several columns or rows, its text is in the first.
func (p *page) cell(r *htmlRow, tag html.Token) {
	p.covered(r)
	down, across := span(tag, "rowspan"), span(tag, "colspan")
	r.at, r.open = len(r.cells), true
	for range across {
		r.cells = append(r.cells, "")
		for len(p.spans) < len(r.cells) {
			p.spans = append(p.spans, 0)
		}
		p.spans[len(r.cells)-1] = down - 1
	}
}

// covered adds blanks for the columns that a cell above still covers.
func (p *page) covered(r *htmlRow) {
	for len(r.cells) < len(p.spans) && p.spans[len(r.cells)] > 0 {
		p.spans[len(r.cells)]--
		r.cells = append(r.cells, "")
	}
}

func span(tag html.Token, name string) int {
	for _, a := range tag.Attr {
		if a.Key == name {
			n, _ := strconv.Atoi(a.Val)
			return min(max(n, 1), MostColumns+1)
		}
	}
	return 1
}
