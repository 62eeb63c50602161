package competitor

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what competitor brings to the product.
var Feature = app.Feature{
	Name:  "competitor",
	Files: files,
	Start: func(*app.Kit) {},
}
