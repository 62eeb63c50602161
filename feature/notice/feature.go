package notice

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what notice brings to the product.
var Feature = app.Feature{
	Name:  "notice",
	Files: files,
	Start: func(*app.Kit) {},
}
