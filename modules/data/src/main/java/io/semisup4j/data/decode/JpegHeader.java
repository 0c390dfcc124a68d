package io.semisup4j.data.decode;

/**
 * What must be known of a JPEG file before it is decoded.
 *
 * @param components 1 for grey, 3 for colours, 4 for CMYK or YCCK
 * @param yccInk whether four components are YCC and black, as Adobe's marker says, instead of CMYK
 */
record JpegHeader(int width, int height, int components, boolean yccInk) {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ADOBE = 0xEE;

    /** Pixels of a byte at the most: a block of 8 x 8 takes a bit, and a component may have a quarter of the blocks. */
    private static final int DENSEST = 8 * 64 * 4;

    /**
     * Walks over the segments up to the first scan, and looks for the end marker behind it. Decoders take a file that is
     * cut off for a picture with a grey bottom and say nothing; the missing end marker tells it. Within a scan no other
     * bytes look like that marker.
     */
    static JpegHeader read(PictureFile file) {
        int width = 0;
        int height = 0;
        int components = 0;
        boolean yccInk = false;
        boolean arithmetic = false;
        int at = 2;
        while (true) {
            while (file.u8(at) != 0xFF) {
                at++;
            }
            while (file.u8(at) == 0xFF) {
                at++;
            }
            int marker = file.u8(at++);
            if (marker == END_OF_IMAGE) {
                throw file.unreadable("this JPEG file holds no picture before its end marker");
            }
            if (marker <= 0x01 || marker >= 0xD0 && marker <= START_OF_IMAGE) {
                continue; // markers without content
            }
            int length = file.u16(at);
            if (marker == START_OF_SCAN) {
                break;
            }
            if (isFrame(marker)) {
                precision(file, file.u8(at + 2));
                height = file.u16(at + 3);
                width = file.u16(at + 5);
                components = file.u8(at + 7);
                PictureSize.check(file, width, height);
                arithmetic = marker > 0xC8;
            } else if (marker == ADOBE && length >= 14 && file.hasText(at + 2, "Adobe")) {
                yccInk = file.u8(at + 13) == 2;
            }
            at += length;
        }
        if (components != 1 && components != 3 && components != 4) {
            throw file.unreadable(
                    "this JPEG file has " + components + " colour components; 1, 3 or 4 (CMYK) are understood");
        }
        requireEnd(file, at);
        if (!arithmetic) { // which may spend less than a bit on a block
            PictureSize.checkHeld(file, width, height, (long) width * height / DENSEST);
        }
        return new JpegHeader(width, height, components, yccInk);
    }

    /** SOF0 to SOF15 without the three markers between them that mean other things. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static void precision(PictureFile file, int bits) {
        if (bits != 8) {
            throw file.unreadable("this JPEG file has " + bits + " bits a colour; 8 are understood");
        }
    }

    private static void requireEnd(PictureFile file, int scan) {
        for (int at = file.length() - 2; at >= scan; at--) {
            if (file.u8(at) == 0xFF && file.u8(at + 1) == END_OF_IMAGE) {
                return;
            }
        }
        throw file.truncated();
    }
}
