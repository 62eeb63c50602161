package sheet

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/xuri/excelize/v2"

	"erba/kernel"
)

// What a workbook may unpack to. A spreadsheet's XML packs about 10 : 1, very
// repetitive ones 100 : 1; bombs go for 1,000 : 1.
const (
	mostParts    = 2000
	biggestBook  = 2 << 30
	smallBook    = 64 << 20
	steepest     = 250
	partInMemory = 16 << 20 // larger parts are unpacked into a temporary file
)

// workbook reads the rows of one sheet of an .xlsx as a stream.
type workbook struct {
	book   *excelize.File
	rows   *excelize.Rows
	file   io.Closer
	ready  bool // the first row is already under the cursor
	number int
}

func (f *File) openWorkbook(path string, file *os.File, o Options) error {
	if err := checkParts(file); err != nil {
		return err
	}
	book, err := openBook(path)
	if err != nil {
		return kernel.Invalid("sheet.damaged")
	}
	w := &workbook{book: book, file: file}
	if f.Sheet, err = w.choose(o.Sheet); err != nil {
		return errors.Join(err, book.Close())
	}
	f.Kind, f.source = "xlsx", w
	return nil
}

// checkParts looks at what the archive says of itself, before anything is unpacked.
func checkParts(file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	archive, err := zip.NewReader(file, info.Size())
	if err != nil {
		return kernel.Invalid("sheet.damaged")
	}
	var unpacked, packed uint64
	for _, part := range archive.File {
		unpacked += part.UncompressedSize64
		packed += part.CompressedSize64
	}
	if len(archive.File) > mostParts || unpacked > biggestBook || unpacked > smallBook && unpacked > steepest*packed {
		return kernel.Invalid("sheet.too_big")
	}
	return nil
}

// openBook turns a panic over a hostile workbook into an error.
func openBook(path string) (book *excelize.File, err error) {
	defer calm(&err)
	return excelize.OpenFile(path, excelize.Options{RawCellValue: true,
		UnzipSizeLimit: biggestBook, UnzipXMLSizeLimit: partInMemory})
}

func calm(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("workbook: %v", r)
	}
}

// choose takes the sheet of that name, or the first that has a row.
func (w *workbook) choose(name string) (string, error) {
	for _, sheet := range w.book.GetSheetList() {
		if name != "" && sheet != name {
			continue
		}
		rows, err := w.book.Rows(sheet)
		if err != nil {
			return "", kernel.Invalid("sheet.damaged")
		}
		if rows.Next() {
			w.rows, w.ready = rows, true
			return sheet, nil
		}
		if err := rows.Close(); err != nil {
			return "", err
		}
	}
	if name != "" {
		return "", kernel.Invalid("sheet.no_sheet", "sheet", name)
	}
	return "", kernel.Invalid("sheet.empty")
}

func (w *workbook) next() (row Row, err error) {
	defer calm(&err)
	if !w.ready && !w.rows.Next() {
		if w.rows.Error() != nil {
			return Row{}, kernel.Invalid("sheet.damaged")
		}
		return Row{}, io.EOF
	}
	w.ready = false
	w.number++
	cells, err := w.rows.Columns()
	if err != nil {
		return Row{}, kernel.Invalid("sheet.damaged")
	}
	return Row{w.number, cells}, within(w.number, cells)
}

// within refuses a row that is wider or longer than any table's.
func within(number int, cells []string) error {
	if len(cells) > MostColumns {
		return kernel.Invalid("sheet.too_wide", "row", number, "max", MostColumns)
	}
	for i, c := range cells {
		if len(c) > LongestCell {
			return kernel.Invalid("sheet.cell_too_long", "row", number, "column", i+1)
		}
	}
	return nil
}

// Close also removes the temporary files.
func (w *workbook) Close() error {
	return errors.Join(w.rows.Close(), w.book.Close(), w.file.Close())
}
