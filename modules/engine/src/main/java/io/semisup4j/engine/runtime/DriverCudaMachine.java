package io.semisup4j.engine.runtime;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.ptr.IntByReference;

/** Asks the NVIDIA driver through its C interface, which needs nothing but the driver. */
final class DriverCudaMachine implements CudaMachine {
    private static final int SUCCESS = 0;
    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;

    /** The part of libcuda that is asked; every function returns 0 for success. */
    public interface Driver extends Library {
        int cuInit(int flags);

        int cuDeviceGetCount(IntByReference count);

        int cuDeviceGetAttribute(IntByReference value, int attribute, int device);
    }

    @Override
    public boolean loads(String library) {
        try {
            NativeLibrary.getInstance(library);
            return true;
        } catch (UnsatisfiedLinkError missing) {
            return false;
        }
    }

    @Override
    public int devices() {
        Driver driver = driver();
        IntByReference count = new IntByReference();
        boolean found = driver.cuInit(0) == SUCCESS && driver.cuDeviceGetCount(count) == SUCCESS;
        return found ? count.getValue() : 0;
    }

    @Override
    public ComputeCapability capability(int device) {
        return new ComputeCapability(attribute(CAPABILITY_MAJOR, device), attribute(CAPABILITY_MINOR, device));
    }

    private static int attribute(int attribute, int device) {
        IntByReference value = new IntByReference();
        int result = driver().cuDeviceGetAttribute(value, attribute, device);
        if (result != SUCCESS) {
            throw new CudaException("The NVIDIA driver does not tell the compute capability of card " + device
                    + " (its error number is " + result + "); see whether nvidia-smi works.");
        }
        return value.getValue();
    }

    private static Driver driver() {
        return Native.load(CudaPreflight.DRIVER, Driver.class);
    }
}
