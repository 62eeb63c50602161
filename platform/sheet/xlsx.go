package sheet

import (
	"erba/kernel"
	"os"
)

func (f *File) openWorkbook(path string, file *os.File, o Options) error {
	return kernel.Invalid("sheet.damaged")
}
